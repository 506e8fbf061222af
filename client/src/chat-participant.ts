import { chat, Disposable, Location, Position, ThemeIcon, Uri, type ChatResponseStream, type ChatResult } from 'vscode';
import type { Answer, Piece } from './chat-answer.ts';
import { answerQuestion, type Engine } from './chat-question.ts';

/** What VS Code keeps of a result until it asks what may be asked next. */
interface Answered extends ChatResult {
  readonly metadata?: { readonly next: NonNullable<Answer['next']> };
}

/** Registers `@imr` in the chat, where the host has one. `letterUri`: of the letter that the reviewer works on. */
export function registerChatParticipant(engine: Engine, letterUri: () => string | undefined): Disposable {
  if (typeof (chat as Partial<typeof chat> | undefined)?.createChatParticipant !== 'function') return new Disposable(() => {});
  const participant = chat.createChatParticipant('imr.assistant', async (question, _context, stream): Promise<Answered> => {
    try {
      const { pieces, next = [] } = await answerQuestion(question, engine);
      for (const piece of pieces) write(stream, piece, letterUri());
      return { metadata: { next } };
    } catch (error) {
      return { errorDetails: { message: error instanceof Error ? error.message : String(error) } };
    }
  });
  participant.iconPath = new ThemeIcon('law');
  participant.followupProvider = { provideFollowups: ({ metadata }: Answered) => [...metadata?.next ?? []] };
  return participant;
}

function write(stream: ChatResponseStream, piece: Piece, uri: string | undefined): void {
  if ('markdown' in piece) stream.markdown(piece.markdown);
  else if ('button' in piece) {
    stream.button({ title: piece.button, command: piece.command, ...(piece.argument !== undefined && { arguments: [piece.argument] }) });
  } else if (uri === undefined) stream.markdown(`line ${piece.line}`);
  else stream.anchor(new Location(Uri.parse(uri), new Position(piece.line - 1, 0)));
}
