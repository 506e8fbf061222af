import { span, type Span } from '../markdown/span.ts';
import { didYouMean } from '../settings/nearest.ts';
import words from './team-template-words.json' with { type: 'json' };

/** What is wrong in a template's file, in a sentence that says what to do. Span: offsets of the file. */
export interface TemplateProblem {
  readonly message: string;
  readonly span: Span;
}

const VARIABLES = words.variables.map(({ name }) => name);
const VARIABLE = /\{(\w+)\}/g;
const BRACKETS = /\[\[|\]\]/g;

/** What is wrong with a template's text, which begins at `start`: no words, a variable that nothing stands for, brackets without their other end. */
export function templateTextProblems(text: string, start: number): TemplateProblem[] {
  const body = text.slice(start);
  if (body.trim() === '') return [{ message: 'The template has no text. Write the rationale below its head.', span: span(Math.max(0, start - 3), start) }];
  return [...unknownVariables(body), ...loneBrackets(body)]
    .map(({ message, span: place }) => ({ message, span: span(start + place.start, start + place.end) }))
    .sort((one, other) => one.span.start - other.span.start);
}

function unknownVariables(body: string): TemplateProblem[] {
  return [...body.matchAll(VARIABLE)].filter(([, name = '']) => !VARIABLES.includes(name)).map(({ 0: variable, 1: name = '', index }) => ({
    message: `Nothing stands for “${variable}”.${didYouMean(name, VARIABLES) || ` There are ${VARIABLES.map((known) => `{${known}}`).join(', ')}.`}`,
    span: span(index, index + variable.length),
  }));
}

function loneBrackets(body: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  let open: number | null = null;
  const opened = (at: number): TemplateProblem => ({ message: 'This “[[” is not closed. Write “]]” behind the words to fill in.', span: span(at, at + 2) });
  for (const { 0: bracket, index } of body.matchAll(BRACKETS)) {
    if (bracket === '[[') {
      if (open !== null) problems.push(opened(open));
      open = index;
    } else if (open === null) {
      problems.push({ message: 'This “]]” closes nothing. Write “[[” before the words to fill in.', span: span(index, index + 2) });
    } else open = null;
  }
  return open === null ? problems : [...problems, opened(open)];
}
