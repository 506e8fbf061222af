import { QuickInputButtons, window } from 'vscode';

export interface Question {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly prompt: string;
  readonly placeholder: string;
  /** What stood there before the reviewer went back. */
  readonly value?: string;
  /** What is wrong with the words, in a sentence; undefined where nothing is. */
  readonly problem?: (words: string) => Promise<string | undefined>;
}

/** One line from the reviewer, empty where Enter alone is pressed; `back` for the button; undefined for Escape. */
export function askLine(question: Question): Promise<{ readonly words: string } | 'back' | undefined> {
  const { title, step, totalSteps, prompt, placeholder, value = '', problem } = question;
  const box = window.createInputBox();
  // The reviewer looks into the case file meanwhile.
  Object.assign(box, { title, step, totalSteps, prompt, placeholder, value, ignoreFocusOut: true });
  if (step > 1) box.buttons = [QuickInputButtons.Back];
  return new Promise((resolve) => {
    const finish = (answer: { readonly words: string } | 'back' | undefined) => {
      resolve(answer);
      box.dispose();
    };
    box.onDidTriggerButton(() => finish('back'));
    box.onDidHide(() => finish(undefined));
    box.onDidChangeValue(() => { box.validationMessage = undefined; });
    box.onDidAccept(async () => {
      const words = box.value.trim();
      const wrong = words === '' ? undefined : await problem?.(words);
      if (wrong === undefined) finish({ words });
      else box.validationMessage = wrong;
    });
    box.show();
  });
}
