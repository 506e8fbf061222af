/** Where an error happened. Its message stays out: it may quote the letter, and letters are health records. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Unknown error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 5);
  return [error.name, ...frames].join('\n');
}
