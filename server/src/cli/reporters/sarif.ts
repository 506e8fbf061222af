import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { Severity } from '../../rules/engine/rule.ts';
import { rules } from '../../rules/rules.ts';
import { ruleUrl } from '../../rules/rule-url.ts';
import type { CheckedFile, Message, Place } from '../checked-file.ts';
import type { Reporter } from './reporter.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0, the format of code scanning services (OASIS standard of 2020). */
export const sarif: Reporter = {
  all(files) {
    const driver = { name: 'imr', informationUri: 'https://github.com/imr-determination/imr-determination', rules: rules.map(describe) };
    const results = files.flatMap((file) => file.messages.map((message) => result(file, message)));
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
    return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
  },
};

function describe({ id, summary, severity }: (typeof rules)[number]): object {
  return { id, shortDescription: { text: summary }, helpUri: ruleUrl(id), defaultConfiguration: { level: levels[severity] } };
}

function result({ filePath }: CheckedFile, { ruleId, severity, message, fingerprint, related, fix, ...place }: Message): object {
  return {
    ruleId,
    level: levels[severity],
    message: { text: message },
    locations: [location(filePath, place)],
    partialFingerprints: { 'imrFinding/v1': fingerprint },
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({ id, message: { text: other.message }, ...location(filePath, other) })),
    }),
    ...(fix && {
      fixes: [{ artifactChanges: [{ artifactLocation: artifact(filePath), replacements: fix.edits.map(replacement) }] }],
    }),
  };
}

function location(filePath: string, place: Place): object {
  return { physicalLocation: { artifactLocation: artifact(filePath), region: region(place) } };
}

function replacement({ newText, ...place }: Place & { newText: string }): object {
  return { deletedRegion: region(place), insertedContent: { text: newText } };
}

function region({ line, column, endLine, endColumn }: Place): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function artifact(filePath: string): object {
  return { uri: path.isAbsolute(filePath) ? pathToFileURL(filePath).href : filePath.split(path.sep).map(encodeURIComponent).join('/') };
}
