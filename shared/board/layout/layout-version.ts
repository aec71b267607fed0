// The version of the document's layout, by itself: a page says it when it joins, before any code that reads documents is here.

/** Grows when a document can no longer be read by older code. */
export const boardLayoutVersion = 1;
