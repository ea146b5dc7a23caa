/** So wide is what shows the columns of a table at least, in pixels. @module */
export const WIDE = 640
