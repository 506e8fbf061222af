import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lastHolding } from '../../server/src/rules/engine/last-holding.ts';

const END = 30;
const span = fc.record({ start: fc.nat(END), length: fc.oneof(fc.nat(8), fc.constant(Infinity)) }).map(({ start, length }) => ({ start, end: start + length }));

describe('The last of many spans that holds an offset', () => {
  it('is the one that a walk from the last to the first comes upon, however they lie in each other', () => {
    fc.assert(fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const last = lastHolding(spans);
      for (let offset = 0; offset <= END + 10; offset++) assert.equal(last(offset), spans.findLastIndex(({ start, end }) => start <= offset && offset <= end));
    }));
  });
});
