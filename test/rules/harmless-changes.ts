/** Changes of a letter's characters that no reader sees, or that Markdown shows as the same words. */
export interface HarmlessChange {
  readonly name: string;
  readonly apply: (text: string) => string;
}

const LABEL = /^\*\*([^*\n]+:)\*\*/gm;
const BLANK = /(?<=\S) (?=\S)/g;
const BLANK_OF_WORDS = /(?<=[\w,.;:)]) (?=[\w(])/g;
const LONG_WORD = /\b([A-Za-z]{3})([a-z]{4,})\b/g;
const DECISION = /: (Upheld|Overturned)$/gm;

/** Applies a change behind the front matter only. */
function inBody(change: (body: string) => string): HarmlessChange['apply'] {
  return (text) => {
    const body = text.startsWith('---\n') ? text.indexOf('\n---\n', 4) + 5 : 0;
    return text.slice(0, body) + change(text.slice(body));
  };
}

/** To the head's values, one a line. */
function inHead(change: (head: string) => string): HarmlessChange['apply'] {
  return (text) => {
    const end = text.indexOf('\n---\n', 4);
    return change(text.slice(0, end)) + text.slice(end);
  };
}

function body(changes: Record<string, HarmlessChange['apply']>): HarmlessChange[] {
  return Object.entries(changes).map(([name, apply]) => ({ name, apply: inBody(apply) }));
}

/** In any text. */
export const ofCharacters: readonly HarmlessChange[] = [
  ...body({
    'no-break spaces for all blanks between words': (text) => text.replace(BLANK_OF_WORDS, '\u00A0'),
    'narrow no-break spaces': (text) => text.replace(BLANK_OF_WORDS, '\u202F'),
    'thin spaces': (text) => text.replace(BLANK_OF_WORDS, '\u2009'),
    'ideographic spaces': (text) => text.replace(BLANK_OF_WORDS, '\u3000'),
    'a line separator behind each sentence': (text) => text.replace(/\. (?=[A-Z])/g, '.\u2028'),
    'a NEL behind each sentence': (text) => text.replace(/\. (?=[A-Z])/g, '.\u0085'),
    'vertical tabs behind commas': (text) => text.replace(/, /g, ',\v'),
    'tabs for all blanks between words': (text) => text.replace(BLANK_OF_WORDS, '\t'),
    'two blanks for each': (text) => text.replace(BLANK_OF_WORDS, '  '),
    'soft hyphens in all long words': (text) => text.replace(LONG_WORD, '$1\u00AD$2'),
    'zero width joiners in all long words': (text) => text.replace(LONG_WORD, '$1\u200D$2'),
    'control characters in all long words': (text) => text.replace(LONG_WORD, '$1\u0008$2'),
    'escape characters in all long words': (text) => text.replace(LONG_WORD, '$1\u001B$2'),
    'a zero width space behind each blank': (text) => text.replace(BLANK, ' \u200B'),
    'word joiners around hyphens': (text) => text.replace(/\b-\b/g, '\u2060-\u2060'),
    'marks of direction around numbers': (text) => text.replace(/(?<=\s)(\d+)(?=\s)/g, '\u202A$1\u202C'),
    'variation selectors behind digits': (text) => text.replace(/(?<=\s)(\d+)(?=\s)/g, '$1\uFE0E'),
    'a byte order mark in front of each line': (text) => text.replace(/^(?=[A-Z*])/gm, '\uFEFF'),
    'non-breaking hyphens': (text) => text.replace(/\b-\b/g, '\u2011'),
    'minus signs for hyphens': (text) => text.replace(/\b-\b/g, '\u2212'),
    'ligatures': (text) => text.replaceAll('ffi', 'ﬃ').replaceAll('ffl', 'ﬄ').replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ').replaceAll('ff', 'ﬀ'),
    'full-width colons': (text) => text.replaceAll(':', '：'),
    'full-width digits': (text) => text.replace(/(?<=\s)\d+(?= (?:visits|day|mg))/g, (digits) => [...digits].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xFEE0)).join('')),
    'letters and their accents apart': (text) => text.normalize('NFD'),
    'white space at the ends of lines': (text) => text.replace(/$/gm, ' \u00A0'),
    'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  }),
];

/** In Markdown. */
export const ofMarkdown: readonly HarmlessChange[] = [
  ...body({
    'entities for blanks': (text) => text.replace(BLANK_OF_WORDS, '&nbsp;'),
    'numeric entities for blanks': (text) => text.replace(BLANK_OF_WORDS, '&#xA0;'),
    'entities for hyphens and colons': (text) => text.replace(/\b-\b/g, '&hyphen;').replace(/:(?= )/g, '&colon;'),
    'entities for ligatures': (text) => text.replace(/ffi|fi|fl/g, '&$&lig;'),
    'blanks behind a backslash': (text) => text.replace(BLANK_OF_WORDS, '\\ '),
    'punctuation behind a backslash': (text) => text.replace(/\b[-()'.,](?=\s|\w)/g, '\\$&'),
    'labels in bold word by word': (text) => text.replace(LABEL, (_, label: string) => label.split(' ').map((word) => `**${word}**`).join(' ')),
    'labels in bold that ends and begins within a word': (text) => text.replace(LABEL, (_, label: string) => `**${label.slice(0, 3)}****${label.slice(3)}**`),
    'bold that ends before the colon': (text) => text.replace(LABEL, (_, label: string) => `**${label.slice(0, -1)}**:`),
    'labels between underscores': (text) => text.replace(LABEL, '__$1__'),
    'labels in bold and italics': (text) => text.replace(LABEL, '***$1***'),
    'labels in bold HTML': (text) => text.replace(LABEL, '<b>$1</b>'),
    'labels in strong HTML': (text) => text.replace(LABEL, '<strong class="label">$1</strong>'),
    'labels underlined': (text) => text.replace(LABEL, '[**$1**]{.underline}'),
    'labels without emphasis': (text) => text.replace(LABEL, '$1'),
    'verdicts in HTML': (text) => text.replace(/\bis( not)? medically necessary/g, 'is<u>$1</u> medically <span style="color: red">necessary</span>'),
    'verdicts in italics': (text) => text.replace(/\bmedically necessary/g, '_medically_ *necessary*'),
    'decisions in bold': (text) => text.replace(DECISION, ': **$1**'),
    'decisions in HTML': (text) => text.replace(DECISION, ': <span class="decision">$1</span>'),
    'line breaks in HTML behind decisions': (text) => text.replace(DECISION, ': $1<br>'),
    'anchors behind decisions': (text) => text.replace(DECISION, (words) => `${words} {#decision .item}`),
    'closing marks and anchors behind headings': (text) => text.replace(/^(#+) .*$/gm, '$& $1 {#h}'),
    'names of blocks behind decisions': (text) => text.replace(DECISION, (words) => `${words} ^item-1`),
    'tags behind decisions': (text) => text.replace(DECISION, (words) => `${words} #imr/draft`),
    'hard line breaks': (text) => text.replace(/(?<=[a-z,]) (?=is (?:not )?medically)/g, '\\\n'),
    'breaks in HTML for blanks': (text) => text.replace(/(?<=[a-z,]) (?=[a-z]+ the )/g, '<br/>'),
    'footnotes': (text) => `${text.replace(/medically necessary\./g, 'medically necessary[^1].')}\n[^1]: Said for the record.\n`,
    'footnotes in HTML': (text) => text.replace(/medically necessary\./g, 'medically necessary<sup>1</sup>.'),
    'comments between words': (text) => text.replace(/(?<=[a-z]) (?=the )/g, ' <!-- seen --> '),
    'comments behind labels': (text) => text.replace(LABEL, '$& <!-- seen -->'),
  }),
  { name: 'no-break spaces behind the keys of the head', apply: inHead((head) => head.replace(/: (?=\S)/g, ':\u00A0')) },
  { name: 'typographic hyphens in the head', apply: inHead((head) => head.replace(/\b-\b/g, '\u2010')) },
  { name: 'soft hyphens in the list of the head', apply: inHead((head) => head.replace(/^ {2}- .*$/gm, (item) => item.replace(LONG_WORD, '$1\u00AD$2'))) },
];
