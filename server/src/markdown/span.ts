/** A half-open range of UTF-16 offsets. What the offsets count from is said where the span is kept. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** The same span, counted from a place `by` units further to the left. */
export function shift(place: Span, by: number): Span {
  return { start: place.start + by, end: place.end + by };
}

/** Whether two spans have a character in common. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

export function contains(place: Span, offset: number): boolean {
  return place.start <= offset && offset <= place.end;
}
