/** Joins what is there: `classNames('b-tag', late && 'b-tag--late')`. */
export const classNames = (...names: (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ')
