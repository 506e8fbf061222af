import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findSettingsFile, readSettingsFile } from '../../server/src/settings/file.ts';
import { nearestName } from '../../server/src/settings/nearest.ts';
import { resolveSettings, settingKeys } from '../../server/src/settings/resolve.ts';
import type { KnownRule } from '../../server/src/settings/settings.ts';

const rules: readonly KnownRule[] = [
  { id: 'missing-decision', severity: 'error' },
  { id: 'date-order', severity: 'warning' },
  { id: 'duplicate-rationale', severity: 'hint', offByDefault: true },
];

describe('resolveSettings', () => {
  it('gives every rule its own severity where nobody says anything', () => {
    const { settings, origins, problems } = resolveSettings([], rules);
    assert.deepEqual(settings.rules, { 'missing-decision': 'error', 'date-order': 'warning', 'duplicate-rationale': 'off' });
    assert.equal(settings.determinationFiles, 'auto');
    assert.deepEqual([origins.size, problems], [0, []]);
  });

  it('lets the weightier layer win, key by key, and remembers who said it', () => {
    const { settings, origins } = resolveSettings([
      { origin: 'file', values: { rules: { 'date-order': 'off' } } },
      { origin: 'editor', values: { rules: { 'date-order': 'error', 'missing-decision': 'hint' }, determinationFiles: 'always' } },
    ], rules);
    assert.deepEqual(settings.rules, { 'missing-decision': 'hint', 'date-order': 'off', 'duplicate-rationale': 'off' });
    assert.equal(settings.determinationFiles, 'always');
    assert.deepEqual(Object.fromEntries(origins), {
      'rules.date-order': 'file', 'rules.missing-decision': 'editor', determinationFiles: 'editor',
    });
  });

  const problems: readonly [string, unknown, RegExp | null][] = [
    ['an empty file', null, null],
    ['a key without a value', { rules: null }, null],
    ['a schema', { $schema: './imr.schema.json' }, null],
    ['off as YAML 1.1 reads it', { rules: { 'date-order': false } }, null],
    ['a list of words', { labels: { rationale: ['Reasons'] } }, null],
    ['a list for everything', [1], /^here: expected settings such as “rules:”, found a list\.$/],
    ['an unknown key', { label: {} }, /^here: there is no setting “label”\. Did you mean “labels”\?$/],
    ['a key of every object', { constructor: {}, __proto__x: 1 }, /there is no setting “constructor”\./],
    ['an unknown rule', { rules: { 'dates-order': 'off' } }, /there is no rule “dates-order” \(in “rules”\)\. Did you mean “date-order”\?/],
    ['a rule that is like none', { rules: { zzz: 'off' } }, /there is no rule “zzz” \(in “rules”\)\.$/],
    ['an unknown severity', { rules: { 'date-order': 'severe' } }, /“rules\.date-order” must be one of off, hint, .* found “severe”/],
    ['rules as a list', { rules: ['date-order'] }, /“rules” holds rule ids with a severity each, found a list/],
    ['an unknown list of words', { decisions: { upheld: [] } }, /there is no “decisions\.upheld”\. Did you mean “Upheld”\?/],
    ['a word instead of a list', { decisions: { Upheld: 'Denied' } }, /“decisions\.Upheld” must be a list of words, found “Denied”/],
    ['another choice', { determinationFiles: 'never' }, /must be auto or always, found “never”/],
  ];
  for (const [name, values, message] of problems) {
    it(`${message ? 'names what is wrong with' : 'takes'} ${name}`, () => {
      const found = resolveSettings([{ origin: 'here', values }], rules).problems;
      if (message) assert.match(found[0] ?? '', message);
      else assert.deepEqual(found, []);
    });
  }

  it('leaves the rest in force where one setting is wrong', () => {
    const { settings } = resolveSettings([{ origin: 'here', values: { rules: { no: 'off', 'date-order': 'off' }, x: 1 } }], rules);
    assert.equal(settings.rules['date-order'], 'off');
  });
});

describe('settings files', () => {
  it('are YAML or JSON', () => {
    for (const text of ['rules: {date-order: off}', '{"rules": {"date-order": "off"}}', 'rules:\r\n  date-order: "off"\r\n']) {
      const { layer, problem } = readSettingsFile('.imr.yaml', text);
      assert.equal(problem, null);
      assert.deepEqual(layer.values, { rules: { 'date-order': 'off' } });
    }
  });

  for (const text of ['a: [b', '{"a": ', 'a: b: c', '\ta: 1', 'a: *nobody', 'a: &a [*a, *a]\nb: !!x y\n- c']) {
    it(`that can't be read (${JSON.stringify(text)}) give one sentence and no settings`, () => {
      const { layer, problem } = readSettingsFile('/letters/.imr.yaml', text);
      assert.match(problem ?? '', /^\/letters\/\.imr\.yaml can't be read: [^\n]+$/);
      assert.deepEqual(layer.values, {});
    });
  }

  it('are looked for from the nearest folder up, YAML before JSON', async () => {
    const files: Record<string, string> = { 'a/.imr.json': '1', 'a/.imr.yaml': '2', 'a/b/.imr.json': '3' };
    const find = (folders: readonly string[]) =>
      findSettingsFile(folders, (folder, name) => `${folder}/${name}`, (path) => Promise.resolve(files[path] ?? null));
    assert.equal((await find(['a/b', 'a']))?.path, 'a/b/.imr.json');
    assert.equal((await find(['a/c', 'a']))?.path, 'a/.imr.yaml');
    assert.equal(await find(['z']), null);
  });

  it('have a schema that knows every key and the rules by name', () => {
    const schema = JSON.parse(readFileSync(new URL('../../docs/imr.schema.json', import.meta.url), 'utf8'));
    assert.deepEqual(Object.keys(schema.properties).filter((key) => key !== '$schema').sort(), [...settingKeys].sort());
  });
});

describe('nearestName', () => {
  const cases: readonly [string, string | null][] = [
    ['missing-decison', 'missing-decision'], ['Missing-Decision', 'missing-decision'], ['dateorder', 'date-order'], ['quantity', null], ['', null],
  ];
  for (const [word, expected] of cases) {
    it(`takes “${word}” for ${expected ?? 'none'}`, () => assert.equal(nearestName(word, rules.map(({ id }) => id)), expected));
  }
});
