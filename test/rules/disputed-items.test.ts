import { checkRule, draft } from './check.ts';

function letter(listed: readonly string[], titles: readonly string[]): string {
  const list = listed.map((entry) => `  - ${entry}\n`).join('');
  return `---\ncase-number: CM20-0000001\ndisputed-items:\n${list}---\n\n${titles.map((title) => `### ${title}: Upheld\n`).join('\n')}`;
}

function told(summary: string, ...titles: readonly string[]): string {
  return draft('## Clinical Case Summary', summary, ...titles.map((title) => `### ${title}: Upheld`));
}

checkRule('item-not-decided', {
  silent: [
    { name: 'a letter without a list', draft: '---\ncase-number: CM20-0000001\n---\n\n### Walking cane: Upheld\n' },
    { name: 'an empty list', draft: '---\ncase-number: CM20-0000001\ndisputed-items:\n---\n\n### Walking cane: Upheld\n' },
    { name: 'another order', draft: letter(['Walking cane', 'Naproxen 500 mg #60'], ['Naproxen 500 mg, sixty count', 'Walking cane']) },
    { name: 'abbreviations', draft: letter(['PT 2 x 6, left knee', 'EMG/NCS both arms'], ['Physical therapy for the left knee, 12 visits', 'EMG/NCV of the bilateral upper extremities']) },
    { name: 'a partly authorized request', draft: letter(['Acupuncture x 12'], ['Acupuncture, 12 visits was the original request. Acupuncture, 6 visits was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Acupuncture, 6 visits is']) },
    { name: 'what the denial names in other words', draft: told('Utilization review denied PT and an MRI on 1-5-17.', 'Physical therapy, 6 visits', 'Magnetic resonance imaging of the lumbar spine') },
    { name: 'something of the kind of a decided item', draft: told('UR non-certified Norco, Soma and Prilosec.', 'Norco 10/325 mg #60') },
    { name: 'a treatment that the records tell of', draft: told('Acupuncture gave relief. The utilization review of 1-5-17 denied the MRI.', 'MRI of the lumbar spine') },
    { name: 'a title in words that the vocabulary lacks', draft: told('UR denied acupuncture.', 'Gizmo rental') },
    { name: 'the summary of a letter with a list', draft: '---\ncase-number: CM20-0000001\ndisputed-items:\n  - MRI of the lumbar spine\n---\n\n## Clinical Case Summary\n\nUR denied the MRI and acupuncture.\n\n### MRI of the lumbar spine: Upheld\n' },
  ],
  flagged: [
    { name: 'what the summary says was denied', draft: told('Utilization review denied an MRI of the lumbar spine and ⟦acupuncture⟧.', 'MRI of the lumbar spine'), message: /denied “acupuncture”, but the letter decides nothing/, severity: 'information' },
    { name: 'the item that is passed over', draft: letter(['Walking cane', '⟦Naproxen 500 mg #60⟧'], ['Walking cane']), message: /“Naproxen 500 mg #60” is in dispute/ },
    { name: 'the other side', draft: letter(['Wrist brace, left', '⟦Wrist brace, right⟧'], ['Wrist brace, left']) },
    { name: 'another region', draft: letter(['MRI of the lumbar spine', '⟦MRI of the cervical spine⟧'], ['Lumbar spine MRI']) },
    { name: 'every entry of a letter that decides nothing', draft: '---\ncase-number: CM20-0000001\ndisputed-items: [⟦Walking cane⟧, ⟦Crutches⟧]\n---\n\n## IMR Issues, Decisions and Rationales\n' },
  ],
});

checkRule('item-not-in-dispute', {
  silent: [
    { name: 'a letter without a list', draft: '### Walking cane: Upheld\n' },
    { name: 'an item in other words', draft: letter(['Urine drug screen'], ['UDS']) },
    { name: 'a list in quotation marks', draft: letter(['"Associated surgical service: Crutches"'], ['Associated surgical service: Crutches']) },
  ],
  flagged: [
    { name: 'an item beside the list', draft: letter(['Walking cane'], ['Walking cane', '⟦Crutches⟧']), fixed: letter(['Walking cane', 'Crutches'], ['Walking cane', 'Crutches']) },
    { name: 'the second of two likes', draft: letter(['Walking cane'], ['Walking cane', '⟦Walking cane, wooden⟧']) },
    { name: 'a title with a colon, which the list has in quotes', draft: letter(['Walking cane'], ['Walking cane', '⟦Crutches: a pair⟧']), fixed: letter(['Walking cane', '"Crutches: a pair"'], ['Walking cane', 'Crutches: a pair']) },
  ],
});
