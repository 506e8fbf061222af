/** The last part of a path, whichever way the machine writes it. */
export function lastName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}
