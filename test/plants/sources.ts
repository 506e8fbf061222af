import type { Choose } from './choose.ts';
import type { Era, Request, SourceName } from './letter-spec.ts';
import { DRUGS, REGIONS } from './letter-words.ts';

// Guideline lines as each era writes them, and the names that a rationale uses for the same sources.

const SECTIONS: Readonly<Record<string, string>> = {
  imaging: 'Special Studies', therapy: 'Initial Care', injection: 'Physical Methods', equipment: 'Physical Methods', surgery: 'Surgical Considerations', acupuncture: 'Physical Methods', test: 'Initial Assessment',
};
/** By what is asked for: the section of the 2016 edition and the pages of the 2009 edition. */
export const CHRONIC_PAIN_TOPICS: Readonly<Record<string, readonly [section: string, pages: string]>> = {
  therapy: ['Physical medicine treatment', '98-99'],
  injection: ['Epidural steroid injections (ESIs)', '46'],
  tens: ['TENS, chronic pain (transcutaneous electrical nerve stimulation)', '114-116'],
  test: ['Drug testing', '43'],
};

/** One source as a line cites it, without "MTUS". */
export function sourceWords(era: Era, source: SourceName, request: Request, choose: Choose): string {
  const region = REGIONS[request.region ?? ''];
  if (source === 'chapter' && region) {
    if (era === '2014') return `ACOEM Chapter ${region.chapter} ${region.chapterTitle}`;
    if (era === '2020') return `${region.topic} ${region.topicYear}`;
    const section = SECTIONS[request.kind];
    return `${region.chapterTitle} ${region.chapterYear}${section && region.chapter !== 10 && choose.inPercent(60) ? `, Section(s): ${section}` : ''}`;
  }
  if (source === 'acupuncture') return 'Acupuncture Treatment 2007';
  if (source === 'opioids') {
    if (era === '2017') return choose.oneOf(['Opioids Treatment 2016', 'Opioid Treatment 2016']);
    if (era === '2020') return 'Opioids 2017';
  }
  const [section, pages] = topicOf(request);
  if (era === '2014') return `${choose.oneOf(['Chronic Pain Treatment Guidelines', 'Chronic Pain Medical Treatment Guidelines'])} Page(s): ${pages}`;
  if (era === '2020') return 'Chronic Pain 2017';
  return `Chronic Pain Medical Treatment 2016${choose.inPercent(80) ? `, Section(s): ${section}` : ''}`;
}

export function topicOf({ kind, words, drug }: Request): readonly [section: string, pages: string] {
  const known = drug && DRUGS[drug.key];
  if (known) return [known.section, known.pages];
  return CHRONIC_PAIN_TOPICS[/\bTENS\b/.test(words) ? 'tens' : kind] ?? ['Physical medicine treatment', '98-99'];
}

export function odgWords({ region }: Pick<Request, 'region'>): string {
  return `Official Disability Guidelines (ODG), ${REGIONS[region ?? '']?.odg ?? 'Pain (Chronic)'}`;
}

export function lineOf(source: string): string {
  return `Decision based on MTUS ${source}.`;
}

export function outsideLine(source: string, who = 'The Expert Reviewer'): string {
  return `${who} based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation ${source}.`;
}

export function nothingCited(who: string): string {
  return `${who} did not cite any medical evidence for its decision.`;
}

/** How a rationale speaks of a source. */
export function namesOf(source: SourceName, era: Era): readonly string[] {
  if (source === 'odg') return ['ODG', 'The Official Disability Guidelines chapter'];
  if (source === 'acupuncture') return ['The MTUS acupuncture guideline', 'The guideline'];
  if (source === 'opioids') return era === '2014' ? ['The MTUS', 'The chronic pain guideline'] : ['The MTUS opioid guideline', 'The MTUS'];
  if (source === 'chronic-pain') return ['The MTUS chronic pain guideline', 'The MTUS', 'The guideline'];
  return ['The MTUS/ACOEM guideline', 'ACOEM', 'The guideline'];
}
