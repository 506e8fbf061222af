/** Where an error happened. Its message stays out: it may quote the letter, and letters are health records. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown error';
  const frames = (error.stack ?? '').split('\n').filter(isFrame).slice(0, 5);
  return [error.name, ...frames].join('\n');
}

/** A sentence of a log up to the colon behind which it quotes what it speaks of, and where that happened. */
export function withoutQuotations(message: string): string {
  const [sentence = '', ...further] = message.split('\n');
  return [sentence.replace(/:(?:\s.*)?$/, ''), ...further.filter(isFrame)].join('\n');
}

function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}
