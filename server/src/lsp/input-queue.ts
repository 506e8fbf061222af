import type { CancellationToken } from 'vscode-languageserver';
import type { Sliced } from '../markdown/sliced.ts';

/** The runtime's own timers: Node and the browser's worker both end up here. */
export const nextTurn: (run: () => void) => void =
  typeof setImmediate === 'function' ? (run) => void setImmediate(run) : yieldByMessage();

/** A worker has no setImmediate, and its setTimeout waits at least 4 ms once nested; a message to oneself does not wait. */
function yieldByMessage(): (run: () => void) => void {
  const waiting: (() => void)[] = [];
  const channel = new MessageChannel();
  // Compiled with Node's types, which know the port's other face only.
  (channel.port1 as { onmessage?: () => void }).onmessage = () => waiting.shift()?.();
  return (run) => {
    waiting.push(run);
    channel.port2.postMessage(null);
  };
}

/**
 * Calls `run` once no message has arrived for a turn of the event loop, however often it is asked to
 * meanwhile. The connection handles one message a turn, so edits that wait in the queue all come first:
 * that beats any delay in milliseconds, since there is none when nobody types ahead.
 */
export function whenQuiet(run: () => void): { ask(): void } {
  let quietTurns = 0;
  let waiting = false;
  const turn = (): void => {
    if (++quietTurns < 2) return nextTurn(turn);
    waiting = false;
    run();
  };
  return {
    ask() {
      quietTurns = 0;
      if (waiting) return;
      waiting = true;
      nextTurn(turn);
    },
  };
}

/** Milliseconds of work between two looks at the queue that nobody notices. */
const SLICE = 4;

/** So many pieces of work are on that somebody waits for. */
let waitedFor = 0;
/** Milliseconds until idle work looks again whether somebody waits for other work. */
const PAUSE = 40;

/** Takes the steps of some idle work a few at a time, so that any message comes in between, and none while somebody waits for other work; the first of them after `wait` milliseconds. */
export function betweenMessages(steps: Iterator<void>, wait: number): void {
  setTimeout(function slice() {
    if (waitedFor > 0) return void setTimeout(slice, PAUSE);
    const end = performance.now() + SLICE;
    while (performance.now() < end) if (steps.next().done) return;
    nextTurn(slice);
  }, wait);
}

/** Milliseconds of work between two looks at the queue that nobody who waits for an answer notices. */
const LONG_SLICE = 25;
/** The connection takes one message a turn: so many are let in at each look. */
const TURNS = 8;

/** Does some work with looks at the queue. Null, and the rest is left undone, where `isWanted` says so behind one of them. */
export async function inSlices<T>(work: Sliced<T>, isWanted: () => boolean): Promise<T | null> {
  waitedFor++;
  try {
    for (;;) {
      const end = performance.now() + LONG_SLICE;
      do {
        const next = work.next();
        if (next.done) return next.value;
      } while (performance.now() < end);
      for (let turn = 0; turn < TURNS; turn++) await new Promise<void>(nextTurn);
      if (!isWanted()) return null;
    }
  } finally {
    waitedFor--;
  }
}

/** Lets waiting messages in once `milliseconds` of work have passed: a cancellation is only read between turns. */
export function breather(milliseconds: number, token: CancellationToken): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since >= milliseconds) {
      await new Promise<void>(nextTurn);
      since = performance.now();
    }
    return !token.isCancellationRequested;
  };
}
