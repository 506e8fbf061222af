import assert from 'node:assert/strict';
import { allFindings } from '../../server/src/rules/engine/checked-letter.ts';
import type { Finding } from '../../server/src/rules/engine/rule.ts';
import { shownFindings } from '../../server/src/service/shown-findings.ts';
import { sayingOf } from '../../server/src/service/finding-identity.ts';
import { signOff } from '../../server/src/service/sign-off.ts';
import type { Show } from '../../server/src/settings/settings.ts';
import { letterOf } from '../service/letter.ts';
import { writings } from './written-letter.ts';

const LETTERS = 10;
const SEED = 20261129;
const FACTS = { letter: 'case.md', sha256: '', checkedAt: '', switchedOff: [], acknowledged: false, seen: null };

const written = writings(LETTERS, SEED);

/** What somebody sees on the way: at each step all that is underlined, and by itself what wasn't underlined a step before. */
function seen(show: Show): { readonly all: number; readonly appearing: number } {
  let [all, appearing] = [0, 0];
  for (const { steps } of written) {
    let before = new Set<string>();
    for (const text of steps) {
      const now = shownOf(text, show).filter(({ severity }) => severity !== 'hint').map(sayingOf);
      all += now.length;
      appearing += now.filter((saying) => !before.has(saying)).length;
      before = new Set(now);
    }
  }
  return { all, appearing };
}

function shownOf(text: string, show: Show): Finding[] {
  return allFindings(shownFindings(letterOf(text), show));
}

describe('ten letters, written from the first blank to the last word', () => {
  it('are ten, with faults of different kinds', () => {
    assert.equal(written.length, LETTERS);
    assert.equal(new Set(written.map(({ fault: { rule } }) => rule)).size, LETTERS);
  });

  it('show at least 60 % less by stages than all at once', () => {
    const [stages, everything] = [seen('stages'), seen('everything')];
    const less = (key: 'all' | 'appearing'): number => Math.round(100 * (1 - stages[key] / everything[key]));
    console.log(`      findings on the screen, summed over all steps: ${stages.all} of ${everything.all} (${less('all')} % less); new ones: ${stages.appearing} of ${everything.appearing} (${less('appearing')} % less)`);
    assert(less('all') >= 60 && less('appearing') >= 60);
  });

  it('start without an error', () => {
    for (const { steps } of written) assert.deepEqual(shownOf(steps[0] ?? '', 'stages'), []);
  });

  for (const { steps, fault: { rule, item } } of written) {
    it(`show and report ${rule} in the end`, () => {
      const text = steps.at(-1) ?? '';
      const isIt = (found: { readonly item?: number | null }, id: string): boolean => id === rule && (item === null || found.item === item);
      assert(shownOf(text, 'stages').some((finding) => isIt(finding, finding.ruleId)), `not shown: ${text}`);
      assert(signOff(letterOf(text), FACTS).findings.some((finding) => isIt(finding, finding.rule)), 'not said at signing');
    });
  }
});
