import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLetterReader } from '../../server/src/determination/reading/read.ts';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import { createLinter } from '../../server/src/rules/engine/engine.ts';
import type { Finding, Rule } from '../../server/src/rules/engine/rule.ts';
import { rules } from '../../server/src/rules/rules.ts';
import { applyEdits } from '../../server/src/service/fix-all.ts';
import { editSource, openSource, type Source } from '../../server/src/service/source.ts';
import { arbitraryLetter } from './arbitrary-letter.ts';
import { chosen } from './choose.ts';
import { plants } from './faults/all.ts';
import type { Layout, LetterSpec } from './letter-spec.ts';
import type { Plant, Planted } from './plant.ts';
import { render } from './render.ts';

const SEED = 20170201;
/** Clean letters, half of them drafts, shared by all rules. */
const LETTERS = 120;
const PLANTS_OF_A_RULE = 60;
const ENOUGH = 0.95;
/** Families whose first fix has to remove the fault and to bring none. */
const MENDED = new Set(['guideline-citations', 'dependent-items']);
const LAYOUTS: Readonly<Record<Layout, string>> = {
  draft: 'in a draft', '2014-on': 'in a published letter of 2014 or later', '2013-14': 'in a published letter of 2013 or 2014',
};

/** One clean letter, open as in an editor: what a plant leaves alone isn't read again. */
interface OpenLetter {
  readonly letter: LetterSpec;
  readonly text: string;
  readonly source: Source;
  readonly check: (source: Source) => readonly Finding[];
}

const pool: readonly OpenLetter[] = fc.sample(arbitraryLetter(['draft', '2014-on', '2013-14', 'draft']), { seed: SEED, numRuns: LETTERS }).map((letter) => {
  const { text, kind } = render(letter);
  const read = createLetterReader();
  const lint = createLinter(rules);
  return { letter, text, source: openSource(text, kind), check: (source) => allFindings(lint(read(source.blocks, source.kind))) };
});

/** The source with another text, as one edit. */
function retyped(source: Source, before: string, text: string): Source {
  let start = 0;
  while (start < before.length && start < text.length && before[start] === text[start]) start++;
  let kept = 0;
  while (kept < before.length - start && kept < text.length - start && before[before.length - 1 - kept] === text[text.length - 1 - kept]) kept++;
  return editSource(source, { start, end: before.length - kept, newText: text.slice(start, text.length - kept) });
}

interface Outcome {
  readonly plant: Plant;
  readonly planted: Planted;
  readonly text: string;
  /** What is wrong with the findings; null where exactly the planted fault is found. */
  readonly missed: string | null;
}

/** Plants the fault in letters of the pool, each time in another one, its kinds in turn. */
function plantAll(rule: Rule, kinds: readonly Plant[]): Outcome[] {
  const outcomes: Outcome[] = [];
  const choices = fc.sample(chosen((choose) => choose), { seed: SEED, numRuns: PLANTS_OF_A_RULE * 8 });
  for (const [i, choose] of choices.entries()) {
    if (outcomes.length === PLANTS_OF_A_RULE) break;
    const kind = kinds[i % kinds.length];
    const open = pool[(i * 37) % pool.length];
    const planted = kind && open ? kind.plant(open.letter, choose) : null;
    if (kind && open && planted) outcomes.push(outcomeOf(rule, kind, open, planted));
  }
  return outcomes;
}

function outcomeOf(rule: Rule, plant: Plant, open: OpenLetter, planted: Planted): Outcome {
  const rendered = render(planted.letter).text;
  const text = planted.rewrite ? planted.rewrite(rendered) : rendered;
  const check = rule.offByDefault ? withRule(rule) : open.check;
  const source = retyped(open.source, open.text, text);
  const findings = check(source);
  const missed = faultOf(rule, plant, planted, text, findings) ?? fixFault(rule, plant, source, text, findings, check);
  return { plant, planted, text, missed };
}

/** A rule that is off by default is switched on for its plants. */
function withRule(rule: Rule): OpenLetter['check'] {
  const lint = createLinter(rules, new Map([[rule.id, rule.severity]]));
  return (source) => allFindings(lint(createLetterReader()(source.blocks, source.kind)));
}

function faultOf(rule: Rule, plant: Plant, { item, at }: Planted, text: string, findings: readonly Finding[]): string | null {
  const others = findings.filter(({ ruleId }) => ruleId !== rule.id);
  if (others.length > 0) return `another rule speaks: ${others.map(told).join('; ')}`;
  const own = findings.filter(({ ruleId }) => ruleId === rule.id);
  if (plant.leftAlone !== undefined) return own.length === 0 ? null : 'found, though its page says that it is left alone';
  const [finding] = own;
  if (!finding) return 'not found';
  if (own.length > 1) return `found ${own.length} times: ${own.map(told).join('; ')}`;
  if ((finding.item ?? null) !== item) return `found at ${told(finding)}, not at item ${item}`;
  if (item === null && at !== undefined && !standsAt(finding, at, text)) return `found at “${text.slice(finding.span.start, finding.span.end)}”, not at “${at}”`;
  return null;
}

/** The finding's words are those of the place or within them. */
function standsAt({ span }: Finding, at: string, text: string): boolean {
  const found = text.slice(span.start, span.end).toLowerCase().replace(/\s+/g, ' ');
  return found !== '' && (found.includes(at.toLowerCase()) || at.toLowerCase().includes(found));
}

function told({ ruleId, item, message }: Finding): string {
  return `${ruleId} at item ${item ?? '–'} (${message})`;
}

/** Every kind of miss with how often it came in which layout, then a letter of the first kind as the rule saw it. */
function missText(missed: readonly Outcome[], of: number): string {
  const counts = new Map<string, number>();
  for (const { plant, planted: { letter }, missed: why } of missed) {
    const kind = `“${plant.name}”, ${LAYOUTS[letter.layout]}: ${why}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].map(([kind, count]) => `${count} × ${kind}`).join('\n');
  return `${missed.length} of ${of} missed:\n${kinds}\n\n${missed.slice(0, 1).map(shown).join('')}`;
}

function shown({ plant, planted: { letter, item, at }, text }: Outcome): string {
  const where = item === null ? at === undefined ? 'on the letter' : `on the letter, at “${at}”` : `at item ${item}`;
  return `A letter with “${plant.name}”, ${LAYOUTS[letter.layout]}; ${plant.leftAlone === undefined ? `to be found ${where}` : 'to be left alone'}:\n\n${text}`;
}

/** A rule that can mend offers a fix; the first fix of some families is held to what it promises. */
function fixFault(rule: Rule, plant: Plant, source: Source, text: string, findings: readonly Finding[], check: OpenLetter['check']): string | null {
  const finding = findings.find(({ ruleId }) => ruleId === rule.id);
  if (!rule.fixable || !finding) return null;
  const [fix] = finding.fixes;
  if (plant.noFix !== undefined) return fix ? `a fix is offered: “${fix.title}”` : null;
  if (!fix) return 'no fix is offered';
  if (!MENDED.has(rule.family) && rule.id !== 'missing-rationale') return null;
  const mended = applyEdits(text, fix.edits);
  const known = new Set(findings.map(told));
  const left = check(retyped(source, text, mended)).filter((each) => each.ruleId === rule.id || !known.has(told(each)))
    .filter(({ ruleId, span }) => !(ruleId === 'placeholder-left' && mended.slice(span.start, span.end).startsWith('[[')));
  return left.length === 0 ? null : `the fix “${fix.title}” leaves ${left.map(told).join('; ')}`;
}

describe('a fictional letter', () => {
  it(`is silent under every rule as long as it is clean, ${LETTERS} times`, () => {
    for (const { source, text, check } of pool) assert.deepEqual(check(source).map((finding) => `${told(finding)}\n${text}`), []);
  });
  it('is planted with the faults of every rule', () => {
    const planted = new Set(plants.map(({ rule }) => rule));
    const without = rules.filter(({ id }) => !planted.has(id)).map(({ id, family }) => `${id} (to plant in test/plants/faults/${family}.ts)`);
    if (without.length > 0) assert.fail(`Each rule needs a plant, see test/plants/README.md. These have none: ${without.join(', ')}`);
  });
});

describe('a planted fault is found where it stands, and nothing else', () => {
  for (const rule of rules) {
    const kinds = plants.filter((plant) => plant.rule === rule.id);
    if (kinds.length === 0) continue;
    it(`by ${rule.id}`, function () {
      const outcomes = plantAll(rule, kinds);
      const missed = outcomes.filter((outcome) => outcome.missed !== null);
      const caught = outcomes.length - missed.length;
      const test = this.test;
      if (test) test.title += `: ${caught} of ${outcomes.length}`;
      if (outcomes.length === 0 || caught < ENOUGH * outcomes.length) assert.fail(missText(missed, outcomes.length));
      for (const { name } of kinds) assert.ok(outcomes.some(({ plant }) => plant.name === name), `“${name}” was never planted`);
    });
  }
});
