import {
  CompletionItem, CompletionItemKind, Disposable, Hover, languages, MarkdownString, type DocumentSelector, type Position, type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN_RULE } from '../../protocol/initialization.ts';
import type { ListedRule } from '../../protocol/rules.ts';
import { askServer } from './ask-server.ts';
import { severitiesBehind, isUnderRules, ruleAt } from './settings-lines.ts';

const FILES: DocumentSelector = { pattern: '**/.imr.{yaml,yml}' };

/** In a folder's `.imr.yaml` the rules are offered with what they ask for, and explained where they stand. */
export function registerSettingsFile(client: BaseLanguageClient): Disposable {
  const rulesOf = () => askServer(client, 'imr/rules', {});
  return Disposable.from(
    languages.registerHoverProvider(FILES, {
      async provideHover(document, position) {
        const id = ruleAt(linesTo(document, position), document.lineAt(position).text, position.character);
        const rule = id === null ? undefined : (await rulesOf()).find((each) => each.id === id);
        return rule && new Hover(wordsOf(rule));
      },
    }),
    languages.registerCompletionItemProvider(FILES, {
      async provideCompletionItems(document, position) {
        const lines = linesTo(document, position);
        if (!isUnderRules(lines)) return [];
        const before = document.lineAt(position).text.slice(0, position.character);
        const severities = severitiesBehind(before);
        if (severities) return severities.map((word) => new CompletionItem(word, CompletionItemKind.EnumMember));
        return /^\s+[a-z-]*$/.test(before) ? (await rulesOf()).map(offered) : [];
      },
    }, ' '),
  );
}

function linesTo(document: TextDocument, { line }: Position): string[] {
  return Array.from({ length: line + 1 }, (_, i) => document.lineAt(i).text);
}

function offered(rule: ListedRule): CompletionItem {
  const item = new CompletionItem(rule.id, CompletionItemKind.Property);
  item.detail = rule.severity;
  item.documentation = rule.summary;
  item.insertText = `${rule.id}: `;
  return item;
}

function wordsOf({ id, severity, summary }: ListedRule): MarkdownString {
  const link = `command:${EXPLAIN_RULE}?${encodeURIComponent(JSON.stringify([`rules/${id}`]))}`;
  const words = new MarkdownString(`**${id}** (${severity})\n\n${summary}\n\n[Explain](${link})`);
  words.isTrusted = { enabledCommands: [EXPLAIN_RULE] };
  return words;
}
