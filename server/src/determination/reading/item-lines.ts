/** The lines of one item: its title from `title`, its fields from `body`, up to `end`. Indices into the letter's lines. `titleApart`: its title stands elsewhere; `isRow`: it is the row of a table. */
export interface ItemLines {
  readonly title: number;
  readonly body: number;
  readonly end: number;
  readonly titleApart?: TitleApart;
  readonly isRow?: boolean;
}

/** The lines of a title that stands apart from its item. `from` and `to` are indices into the letter's lines, `lead` is an offset in the first line's text. */
export interface TitleApart {
  readonly from: number;
  readonly to: number;
  readonly lead: number;
}
