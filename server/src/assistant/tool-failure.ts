/** Something that whoever calls a tool can put right. The message says in one sentence what is wrong and what to do, without a word of the letter. */
export class ToolFailure extends Error {}
