import type { ServerCapabilities } from 'vscode-languageserver';

type Said = Readonly<Record<string, unknown>>;

/** What several rows say of the server, as one answer to `initialize`: details of a feature go before the mere `true`. */
export function capabilitiesOf(announced: readonly ServerCapabilities[]): ServerCapabilities {
  return announced.reduce<Said>((all, each) => together(all, each as Said), {});
}

function together(one: Said, other: Said): Said {
  const all: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = all[key];
    if (isTable(known)) {
      if (isTable(value)) all[key] = together(known, value);
    } else all[key] = key in all && !isTable(value) ? known || value : value;
  }
  return all;
}

function isTable(value: unknown): value is Said {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
