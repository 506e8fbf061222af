import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConclusion } from '../../server/src/determination/argument/conclusion.ts';
import { splitSentences } from '../../server/src/determination/sentences.ts';
import { readMentions } from '../../server/src/guidelines/mentions.ts';
import { missingCriteria, wordsToSearch } from '../../server/src/snippets/criteria.ts';
import { citationOf, renderTemplate, templateById, templates, type RationaleTemplate, type RenderOptions } from '../../server/src/snippets/templates.ts';
import { readSnippet } from './snippet-syntax.ts';

const title = 'MRI of the left knee, #1';
const dates = ['2013-10-22', '2016-07-28', '2016-12-01', '2017-11-30', '2019-05-01', '2024-03-01', null];
const decisions = ['Upheld', 'Overturned', null] as const;

function plain(template: RationaleTemplate, options: Partial<RenderOptions> = {}): string {
  return renderTemplate(template, { title, decision: 'Upheld', date: '2016-12-01', regions: ['knee'], format: 'plain', ...options });
}

/** Every template with every decision on every date. */
function everyText(options: Partial<RenderOptions>, check: (text: string, template: RationaleTemplate, given: Partial<RenderOptions>) => void): void {
  for (const template of templates) {
    for (const decision of decisions) {
      for (const date of dates) {
        const given = { ...options, decision, date };
        try {
          check(plain(template, given), template, given);
        } catch (error) {
          throw new Error(`${template.id}, ${decision}, ${date}: ${String(error)}\n${plain(template, given)}`, { cause: error });
        }
      }
    }
  }
}

describe('a rationale from a template', () => {
  it('has no variable left in it', () => {
    everyText({}, (text) => assert.doesNotMatch(text, /[{}]|undefined|null/));
  });

  it('has three to seven sentences in one paragraph', () => {
    everyText({}, (text) => {
      const { length } = splitSentences(text.replace(/\[\[[^[\]]*\]\]/g, 'a fact'));
      assert.ok(length >= 3 && length <= 8, `${length} sentences`);
      assert.doesNotMatch(text, /\s{2}|\n/);
    });
  });

  it('speaks of this patient', () => everyText({}, (text) => assert.match(text, /\bIn this case\b/)));

  it('never hedges, uses a pronoun for the patient, or speaks of cause and cost', () => {
    everyText({}, (text) => {
      assert.doesNotMatch(text, /\b(?:may|might|could|appears?|seems?|possibly|probably|perhaps|likely|defer(?:red)?)\b/i);
      assert.doesNotMatch(text, /\b(?:he|she|him|her|his|hers|himself|herself)\b/i);
      assert.doesNotMatch(text, /\b(?:causation|industrial|compensable|apportion\w*|costs?|expensive|cures?d?|guarantee\w*)\b(?! report)/);
    });
  });

  it('has a fact to fill in, in the body and in the finding', () => {
    everyText({}, (text, template) => {
      assert.ok((text.match(/\[\[[^[\]]+\]\]/g) ?? []).length >= 2);
      assert.equal(text.replace(/\[\[[^[\]]+\]\]/g, '').match(/\[\[|\]\]/), null, template.id);
    });
  });

  it('reads as the decision: the last sentence on necessity agrees with it', () => {
    everyText({}, (text, _template, { decision }) => {
      if (!decision) return;
      const { conclusion } = readConclusion(text, splitSentences(text));
      assert.equal(conclusion?.value, decision === 'Upheld' ? 'not-medically-necessary' : 'medically-necessary');
      assert.match(text.slice(conclusion.span.start, conclusion.span.end), /^Therefore, the request for MRI of the left knee, #1 is (?:not )?medically necessary\.$/);
    });
  });

  it('leaves the verdict visibly open while there is no decision', () => {
    everyText({}, (text, _template, { decision }) => {
      if (decision === null) assert.ok(text.endsWith('the request for MRI of the left knee, #1 [[is / is not]] medically necessary.'));
    });
  });

  it('names the guideline that its citation names, and no other', () => {
    everyText({}, (text, template, { date, decision }) => {
      if (decision === null) return;
      const citation = date ? citationOf(template, date, ['knee']) : null;
      if (!citation) return;
      const named = readMentions(text, date).flatMap((mention) => mention.guideline?.id ?? []);
      assert.deepEqual([...new Set(named)], [citation.guidelineId]);
    });
  });

  it('says that the MTUS is silent wherever its source is not part of the MTUS', () => {
    everyText({}, (text, template, { date }) => {
      if (date && citationOf(template, date, ['knee'])?.guidelineId.startsWith('odg')) assert.match(text, /The MTUS does not address/);
    });
  });

  it('advises a taper when an opioid or benzodiazepine is denied', () => {
    for (const id of ['opioid-ongoing', 'opioid-initiate', 'opioid-postop', 'opioid-high-dose', 'opioid-taper', 'benzodiazepine']) {
      assert.match(plain(templateById(id)!), /taper/i, id);
      assert.match(plain(templateById(id)!), /abrupt stop/, id);
    }
  });

  it('speaks of every criterion of its own situation', () => {
    everyText({}, (text, template) => assert.deepEqual(missingCriteria(template, wordsToSearch(text)).map(({ id }) => id), []));
  });

  it('is in snippet form the same text, every fact a tab stop in reading order', () => {
    for (const template of templates) {
      for (const decision of decisions) {
        for (const date of dates) {
          const { text, stops } = readSnippet(plain(template, { decision, date, format: 'snippet' }));
          assert.equal(text, plain(template, { decision, date }));
          assert.deepEqual(stops.map(({ number }) => number), [...stops.keys()].map((index) => (index + 1) % stops.length));
          for (const stop of stops.slice(0, -1)) assert.match(stop.text, /^\[\[.+\]\]$/);
        }
      }
    }
  });

  it('keeps a snippet well formed whatever the title holds', () => {
    const template = templateById('tens')!;
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '|', ',', '[', ']', ':', '1', 'a', ' ') }), (hostile) => {
      const { text } = readSnippet(plain(template, { title: hostile, decision: null, date: null, format: 'snippet' }));
      assert.equal(text, plain(template, { title: hostile, decision: null, date: null }));
    }));
  });
});

describe('what the letter knows', () => {
  const tens = templateById('tens')!;
  const upheld = templateById('dependent-upheld')!;
  const partial = { original: 'Acupuncture, 8 sessions', authorized: 'Acupuncture, 6 sessions', remaining: 'Acupuncture, 2 sessions' };

  const cases: readonly (readonly [name: string, text: string, expected: RegExp])[] = [
    ['the title goes into the closing sentence', plain(tens), /the request for MRI of the left knee, #1 is not medically necessary\.$/],
    ['an empty title leaves a placeholder', plain(tens, { title: ' ' }), /the request for \[\[requested treatment\]\] is not/],
    ['“Associated surgical service” stays in the heading', plain(tens, { title: 'Associated surgical service: Sling.' }), /the request for Sling is not/],
    ['the guideline follows the date', plain(tens, { date: '2013-10-22' }), /^The MTUS Chronic Pain Medical Treatment Guidelines \(2009\) /],
    ['2016-07-28 is the last day of the 2009 edition', plain(tens, { date: '2016-07-28' }), /\(2009\)/],
    ['2016-07-29 is the first day of the 2016 edition', plain(tens, { date: '2016-07-29' }), /\(2016\)/],
    ['2017-11-30 is its last', plain(tens, { date: '2017-11-30' }), /\(2016\)/],
    ['2017-12-01 begins the ACOEM topic guidelines', plain(tens, { date: '2017-12-01' }), /^The MTUS Chronic Pain Guidelines \(2017\) /],
    ['an unknown date leaves the guideline open', plain(tens, { date: null }), /^\[\[The MTUS guidelines in force\]\] /],
    ['the region decides the chapter', plain(templateById('xray')!, { regions: ['shoulder', 'low-back'] }), /^The MTUS Shoulder Complaints Guidelines \(2004\) /],
    ['a region without a chapter leads to ODG', plain(templateById('xray')!, { regions: ['hip'] }), /^The MTUS does not address .* Hip & Pelvis chapter, /],
    ['without a region the chapter stays open', plain(templateById('xray')!, { regions: [] }), /^\[\[The MTUS guidelines in force\]\] /],
    ['a dependant names its parent by number and title', plain(upheld, { parentNumber: 2, parentTitle: 'Left knee arthroscopy' }), /depends on item 2 \(Left knee arthroscopy\), .*Since item 2 was/],
    ['without a parent it asks for one', plain(upheld), /depends on \[\[item number and title of the primary service\]\]/],
    ['a partial request decides what remains', plain(tens, { partial }), /authorized Acupuncture, 6 sessions; .*for Acupuncture, 2 sessions is not medically necessary\.$/],
    ['its own template says all three parts', plain(templateById('partial-remaining')!, { partial }), /for Acupuncture, 8 sessions, of which Acupuncture, 6 sessions was authorized; Acupuncture, 2 sessions remains/],
    ['where the whole stays in dispute, it decides the whole', plain(tens, { partial: { ...partial, remaining: null } }), /the request for Acupuncture, 8 sessions is not/],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.match(text, expected));

  it('an unknown date offers the editions to choose from, the placeholder first', () => {
    const [first] = readSnippet(plain(tens, { date: null, format: 'snippet' })).stops;
    assert.deepEqual(first?.options, [
      '[[The MTUS guidelines in force]]', 'The MTUS Chronic Pain Medical Treatment Guidelines (2009)',
      'The MTUS Chronic Pain Medical Treatment Guidelines (2016)', 'The MTUS Chronic Pain Guidelines (2017)',
    ]);
  });

  it('an open verdict is a choice', () => {
    const { stops } = readSnippet(plain(tens, { decision: null, format: 'snippet' }));
    assert.deepEqual(stops.at(-2)?.options, ['[[is / is not]]', 'is', 'is not']);
  });
});
