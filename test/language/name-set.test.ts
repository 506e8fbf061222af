import assert from 'node:assert/strict';
import { allNames, NameSet } from '../../server/src/language/name-set.ts';

describe('a set of names', () => {
  const names = allNames();
  const places = [...new Set([0, 1, 29, 30, 31, 59, 60, names.length - 2, names.length - 1])];

  it('has what was put into it and nothing else, at each edge of its numbers', () => {
    for (const place of places) {
      const set = new NameSet();
      set.add(place);
      assert.deepEqual(names.filter((name) => set.has(name)), [names[place]]);
    }
  });

  it('gives each number once, in order', () => {
    const set = new NameSet();
    for (const place of [...places, ...places].reverse()) set.add(place);
    const given: number[] = [];
    set.each((number) => given.push(number));
    assert.deepEqual(given, places);
  });

  it('has no name that neither a list nor a vocabulary bears', () => {
    assert.equal(NameSet.of(() => true).has('no such list'), false);
  });

  it('meets another where they have a name in common', () => {
    const [first, second] = [names[0] ?? '', names[31] ?? ''];
    const one = NameSet.of((name) => name === first || name === second);
    assert.ok(one.meets(NameSet.of((name) => name === second)));
    assert.ok(!one.meets(NameSet.of((name) => name !== first && name !== second)));
    assert.ok(!one.meets(new NameSet()));
  });
});
