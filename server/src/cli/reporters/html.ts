import type { CheckedFile, Message } from '../checked-file.ts';
import { escapeMarkup as escape } from '../../service/markup.ts';
import { plural, type Reporter } from './reporter.ts';

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1f2328; background: #fff; }
  h1 { font-size: 1.4rem; } h2 { font-size: 1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; } td { border-top: 1px solid #d0d7de; padding: .4rem .6rem; vertical-align: top; }
  td:first-child { font-variant-numeric: tabular-nums; white-space: nowrap; }
  .error { color: #b42318; } .warning { color: #8a5300; } .information { color: #0b5cad; } .hint { color: #59636e; }
  @media (prefers-color-scheme: dark) {
    body { color: #e6edf3; background: #0d1117; } td { border-color: #30363d; } a { color: #79b8ff; }
    .error { color: #ff8e86; } .warning { color: #e3b341; } .information { color: #79b8ff; } .hint { color: #9198a1; }
  }`;

/** One page that stands alone: no script, no address to fetch anything from. */
export const html: Reporter = {
  all(files) {
    const found = files.filter(({ messages }) => messages.length > 0);
    const count = found.reduce((sum, { messages }) => sum + messages.length, 0);
    const title = count === 0 ? 'No findings' : `${plural(count, 'finding')} in ${plural(found.length, 'letter')}`;
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}
</style></head><body><h1>${title}</h1>
<p>${plural(files.length, 'letter')} checked.</p>
${found.map(section).join('')}</body></html>
`;
  },
};

function section({ filePath, messages }: CheckedFile): string {
  return `<h2>${escape(filePath)}</h2>\n<table>${messages.map(row).join('')}</table>\n`;
}

function row({ line, column, severity, message, ruleId, helpUri }: Message): string {
  return `<tr><td>${line}:${column}</td><td class="${severity}">${severity}</td><td>${escape(message)}</td>`
    + `<td><a href="${escape(helpUri)}">${escape(ruleId)}</a></td></tr>\n`;
}
