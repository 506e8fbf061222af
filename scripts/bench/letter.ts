/** Words that the fictional letters of the benchmark are made of. Nothing here is about anybody. */
const requests = [
  'MRI of the lumbar spine', 'Physical therapy, eight visits for the right shoulder', 'Ibuprofen 800 mg #90', 'TENS unit, thirty day trial',
  'EMG/NCV of the left upper extremity', 'Acupuncture, six visits for the neck', 'X-ray of the right knee', 'Cyclobenzaprine 10 mg #30',
];
const sources = ['MTUS Low Back Complaints 2004', 'MTUS Shoulder Complaints 2004', 'MTUS Chronic Pain Medical Treatment 2009', 'MTUS Knee Complaints 2004'];
const sentences = [
  'The records speak of pain that comes and goes with lifting and eases with rest.',
  'On examination strength was full, sensation was intact and the reflexes were even on both sides.',
  'A home program was taught, and the worker says that it is done on most days.',
  'The guideline asks for a trial of simple measures before anything further is tried.',
  'No red flag was reported, and no change of the plan followed from the last visit.',
  'The request does not say what is to be reached, nor how it would be measured.',
];

/** A fictional determination of about `bytes` bytes. The same size and number always give the same letter; no two numbers give the same sentences. */
export function benchLetter(bytes: number, letterNumber = 0): string {
  const parts = [`---
case-number: CM16-0000000
date-of-injury: 2016-01-11
ur-denial-date: 2016-06-03
decision-date: 2016-07-08
---

# Independent Medical Review Final Determination

## How the IMR Final Determination Was Made

An expert reviewer read the whole case file.

## Clinical Case Summary

${sentences.join(' ')}

## IMR Issues, Decisions and Rationales
`];
  for (let length = parts[0]!.length, number = 0; length < bytes; number++) {
    const part = item(number, letterNumber);
    parts.push(part);
    length += part.length;
  }
  return parts.join('\n');
}

function item(number: number, letterNumber: number): string {
  const upheld = number % 3 !== 0;
  const source = sources[number % sources.length]!;
  const prose = Array.from({ length: 9 }, (_, at) => withPage(sentences[(number * 5 + at * 7 + 1) % sentences.length]!, letterNumber * 10 + at)).join(' ');
  return `### ${requests[number % requests.length]!}, request ${number + 1}: ${upheld ? 'Upheld' : 'Overturned'}

**Claims Administrator guideline:** Decision based on ${source}.

**MAXIMUS guideline:** Decision based on ${source}.

**Decision rationale:** ${prose} Therefore, the request ${upheld ? 'is not' : 'is'} medically necessary.
`;
}

/** The records are numbered by the page, so that a sentence of one letter is none of another. */
function withPage(sentence: string, page: number): string {
  return page === 0 ? sentence : `${sentence.slice(0, -1)} (records, ${page}).`;
}

/** Where to type: in the rationale in the middle of the letter. */
export function typingPlace(letter: string): { readonly line: number; readonly character: number } {
  const lines = letter.split('\n');
  const rationales = lines.flatMap((line, at) => (line.startsWith('**Decision rationale:**') ? [at] : []));
  const line = rationales[rationales.length >> 1] ?? 0;
  return { line, character: lines[line]!.indexOf(' ', lines[line]!.length >> 1) };
}
