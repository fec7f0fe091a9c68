/**
 * What became of a message that was handed to the outside world.
 * - `sent`: accepted
 * - `later`: provably not accepted this time (busy, away, limited); worth another try
 * - `closed`: this person cannot be reached over this channel (no accepted tap, left, blocked); try another channel
 * - `refused`: will never be accepted as it is (template, words, number); somebody has to look at it
 * - `unconfirmed`: it may have been accepted (a timeout after it was handed over); never sent again by itself
 *
 * `reason` is the provider's code or a word such as `timeout`, and never anything personal.
 */
export type Handed =
  { outcome: 'sent' } | { outcome: 'later' | 'closed' | 'refused' | 'unconfirmed'; reason: string }
