/** A claim, an objection or the reason of a decision is a few sentences, not a letter. */
export const SOURCE_WORDS_LIMIT = 300
