import assert from 'node:assert/strict';
import { Keeping, keptBy } from '../../server/src/markdown/kept-by.ts';

class Sentence extends Keeping {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

describe('what is kept by an object', () => {
  for (const [kind, make] of [['an object with room', (text: string) => new Sentence(text)], ['a plain one', (text: string) => ({ text })]] as const) {
    it(`is read once of ${kind}, by each reader for itself`, () => {
      let reads = 0;
      const length = keptBy(({ text }: { readonly text: string }) => (reads++, text.length));
      const none = keptBy((_: { readonly text: string }) => (reads++, undefined));
      const [one, other] = [make('seven'), make('three')];
      for (let i = 0; i < 3; i++) assert.deepEqual([length(one), none(one), length(other)], [5, undefined, 5]);
      assert.equal(reads, 3);
    });
  }

  it('is the same object for whoever asks first and for all others, also where nothing was found', () => {
    const words = keptBy(({ text }: { readonly text: string }) => text.split(' ').filter(Boolean));
    for (const sentence of [new Sentence('a b'), new Sentence('')]) assert.equal(words(sentence), words(sentence));
  });

  for (const [kind, make] of [['an object with room', (text: string) => new Sentence(text)], ['a plain one', (text: string) => ({ text })]] as const) {
    it(`isn’t taken for that of a copy of ${kind}`, () => {
      const words = keptBy(({ text }: { readonly text: string }) => text.split(' '));
      const sentence = make('a b');
      assert.deepEqual(words(sentence), ['a', 'b']);
      assert.deepEqual(words({ ...sentence, text: 'c' }), ['c']);
      assert.deepEqual(words(Object.assign(make('d'), {})), ['d']);
    });

    it(`is no part of what ${kind} is compared by`, () => {
      const [one, other] = [make('a'), make('a')];
      keptBy(({ text }: { readonly text: string }) => text)(one);
      assert.deepEqual(one, other);
      assert.deepEqual(JSON.stringify(one), JSON.stringify(other));
    });
  }
});
