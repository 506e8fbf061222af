import assert from 'node:assert/strict';
import { complete } from '../../server/src/service/completion.ts';
import type { DocumentKind } from '../../server/src/service/document-kind.ts';
import { createLetter, readLetter } from '../../server/src/service/letter.ts';
import { rationaleTemplates } from '../../server/src/service/rationale-templates.ts';
import { openSource } from '../../server/src/service/source.ts';
import { readTeamTemplate } from '../../server/src/service/team-template.ts';
import { checkerFor } from '../../server/src/service/checker-for.ts';
import { teamTemplateChecker } from '../../server/src/service/team-template-checker.ts';
import { defaultSettings } from '../../server/src/settings/settings.ts';
import { completeTeamTemplate } from '../../server/src/service/team-template-completion.ts';
import words from '../../server/src/service/team-template-words.json' with { type: 'json' };
import { renderTemplate, type RationaleTemplate } from '../../server/src/snippets/templates.ts';
import { draft, letterAt, uri } from './letter.ts';

const head = 'title: Knee brace after a sprain\ntriggers: [knee brace, knee orthosis]';
const body = 'No laxity was found on [[date]]. Therefore, the request for {title} {verdict} medically necessary.';
const file = (front: string, text = body): string => `---\n${front}\n---\n${text}\n`;

function good(text: string): RationaleTemplate {
  const { template, problems } = readTeamTemplate('brace.md', text);
  assert.deepEqual(problems, []);
  return template!;
}

describe('a team’s template', () => {
  it('has a title and triggers, and is found by the first of these', () => {
    const { title, triggers, word, regions, decision } = good(file(head));
    assert.deepEqual({ title, triggers, word, regions, decision },
      { title: 'Knee brace after a sprain', triggers: ['knee brace', 'knee orthosis'], word: 'knee brace', regions: undefined, decision: undefined });
  });

  it('may name a word, regions by their names, a decision and a guideline', () => {
    const { word, regions, decision, guidelines } = good(file(`${head}\nword: brace\nregions: [knee, lumbar spine]\ndecision: upheld\nguideline: MTUS Knee Complaints 2004`));
    assert.deepEqual([word, regions, decision], ['brace', ['knee', 'low-back'], 'Upheld']);
    assert.deepEqual(guidelines['2016'], { guideline: 'acoem2-ch13', sections: [] });
  });

  it('is written as it stands, with its variables and nothing added', () => {
    const options = { title: 'Knee brace', decision: 'Upheld', date: '2016-11-18', format: 'plain' } as const;
    assert.equal(renderTemplate(good(file(head)), options), 'No laxity was found on [[date]]. Therefore, the request for Knee brace is not medically necessary.');
    const cited = good(file(`${head}\nguideline: MTUS Knee Complaints 2004`, '{Guidelines} ask for laxity.'));
    assert.equal(renderTemplate(cited, options), 'The MTUS Knee Complaints Guidelines (2004) ask for laxity.');
  });

  it('may use each variable that completion offers', () => {
    const all = words.variables.map(({ name }) => `{${name}}`).join(' ');
    const text = renderTemplate(good(file(head, all)), { title: 'Knee brace', decision: null, date: null, format: 'plain' });
    assert.doesNotMatch(text, /\{/);
  });
});

const bad: readonly { name: string; text: string; says: RegExp; at: string }[] = [
  { name: 'no head', text: body, says: /begins with its head/, at: body },
  { name: 'no title', text: file('triggers: [knee brace]'), says: /no “title”/, at: '---' },
  { name: 'an empty title', text: file('title:\ntriggers: [knee brace]'), says: /no “title”/, at: 'title' },
  { name: 'no triggers', text: file('title: Knee brace'), says: /no “triggers”/, at: '---' },
  { name: 'an unknown key', text: file(`${head}\nregion: knee`), says: /no “region”\. Did you mean “regions”\?/, at: 'region' },
  { name: 'an unknown region', text: file(`${head}\nregions: [kneee]`), says: /“kneee” is no part of the body.+Did you mean “knee”\?/, at: 'kneee' },
  { name: 'an unknown decision', text: file(`${head}\ndecision: denied`), says: /upheld, overturned or any/, at: 'denied' },
  { name: 'an unknown guideline', text: file(`${head}\nguideline: House Manual`), says: /catalogue has no guideline/, at: 'House Manual' },
  { name: 'broken YAML', text: file('title: [Knee brace\ntriggers: [knee brace]'), says: /Line 2 of the template's head can't be read/, at: 'title: [Knee brace' },
  { name: 'a key twice', text: file(`${head}\ntitle: Brace`), says: /template's head repeats “title”/, at: 'title' },
  { name: 'no text', text: file(head, ''), says: /has no text/, at: '---' },
  { name: 'an unknown variable', text: file(head, 'For {titel}.'), says: /“\{titel\}”\. Did you mean “title”\?/, at: '{titel}' },
  { name: 'a placeholder that is not closed', text: file(head, 'On [[date no laxity.'), says: /is not closed/, at: '[[' },
  { name: 'a placeholder within another', text: file(head, 'On [[date [[day]].'), says: /is not closed/, at: '[[' },
  { name: 'a placeholder that is not opened', text: file(head, 'On date]] no laxity.'), says: /closes nothing/, at: ']]' },
];

describe('a template is left out that has', () => {
  for (const { name, text, says, at } of bad) {
    it(name, () => {
      const { template, problems } = readTeamTemplate('brace.md', text);
      assert.equal(template, null);
      const problem = problems.find(({ message }) => says.test(message));
      assert(problem, problems.map(({ message }) => message).join('\n'));
      assert.equal(text.slice(problem.span.start, problem.span.end), at);
    });
  }

  it('any beginning of a template can be read', () => {
    const text = file(`${head}\nregions: [knee]\nguideline: MTUS Knee Complaints 2004`);
    for (let end = 0; end <= text.length; end++) readTeamTemplate('brace.md', text.slice(0, end));
  });
});

describe('where a team’s templates are offered', () => {
  const team = [good(file(`${head}\ndecision: upheld`)), good(file('title: House words\ntriggers: [spinal fusion]'))];
  const item = (decision: string): string => draft(`### Knee brace for the right knee: ${decision}\n\n**Decision rationale:** |\n`);

  function labels(marked: string): string[] {
    const { letter, position } = letterAt(marked);
    return complete(letter, position, { snippets: true, typing: false, templates: team }).items.map(({ label }) => label);
  }

  it('completion has first the one that fits, and those for other things behind the program’s own that fit', () => {
    const found = labels(item('Upheld'));
    assert.equal(found[0], 'Knee brace after a sprain');
    assert(found.indexOf('House words') > 1);
  });

  it('one that argues for the other decision is left out', () => assert(!labels(item('Overturned')).includes('Knee brace after a sprain')));

  it('the command’s list says whose it is', () => {
    const { letter, position } = letterAt(item('Upheld'));
    const [first] = rationaleTemplates(letter, position, team);
    assert.deepEqual([first?.label, first?.detail], ['Knee brace after a sprain', 'your team’s template: the title speaks of knee brace']);
    assert.match(first?.snippet ?? '', /^ No laxity was found on \$\{1:\[\[date\]\]\}\. /);
  });
});

describe('completion in a template', () => {
  function offered(marked: string): string[] {
    const at = marked.indexOf('|');
    const text = marked.slice(0, at) + marked.slice(at + 1);
    const source = openSource(text, 'markdown');
    const letter = createLetter(uri, 1, source, teamTemplateChecker.start()(source));
    const lines = text.slice(0, at).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    return completeTeamTemplate(letter, position, { snippets: true, typing: false }).items.map(({ label }) => label);
  }

  it('has the keys that its head lacks', () => assert.deepEqual(offered('---\ntitle: Brace\n|\n---\n'), ['triggers', 'word', 'regions', 'decision', 'guideline']));
  it('has the decisions', () => assert.deepEqual(offered('---\ndecision: |\n---\n'), ['upheld', 'overturned', 'any']));
  it('has the variables behind a brace', () => assert(offered('---\ntitle: Brace\n---\nFor {t|}').includes('{title}')));
  it('has nothing in its words', () => assert.deepEqual(offered('---\ntitle: Brace\n---\nFor |'), []));
});

describe('what kind of document a file is', () => {
  const letter = draft('### Cane: Upheld\n');
  const cases: readonly [path: string, text: string, isSwitchedOff: boolean, kind: DocumentKind][] = [
    ['/a/.imr/templates', 'Anything.', false, 'team-template'],
    ['/a/.imr/templates/knee', letter, false, 'team-template'],
    ['/a/.imr', letter, false, 'letter'],
    ['/a/x.imr/templates', letter, false, 'letter'],
    ['/a', 'Anything.', false, 'other'],
    ['/a', letter, true, 'other'],
    ['/a/.imr/templates', letter, true, 'other'],
  ];
  for (const [path, text, isSwitchedOff, kind] of cases) {
    it(`${text === letter ? 'a letter’s text' : 'another text'} in ${path}${isSwitchedOff ? ', switched off' : ''}: ${kind}`, () => {
      const checker = checkerFor({ path, settings: defaultSettings([]), isSwitchedOff });
      assert.equal(readLetter(`${path}/a.md`, text, checker).kind, kind);
    });
  }
});
