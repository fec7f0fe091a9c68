/** Rows of the bench are numbered, so that TypeScript and pgbench name the same row without asking for it. */
const KINDS = {
  job: 1,
  person: 2,
  employee: 3,
  share: 4,
  invitation: 5,
  application: 6,
  event: 7,
  text: 8,
  /** A share that an employee made by themselves. */
  'own-share': 9,
  /** Ids that pgbench makes up: from here on one kind per id of a statement. */
  made: 128,
} as const

type Kind = keyof typeof KINDS

const DIGITS = 12

export function idOf(kind: Kind, number: number): string {
  return `${prefix(KINDS[kind])}${number.toString(16).padStart(DIGITS, '0')}`
}

/** The same id as an SQL expression; `number` is an expression too. */
export function idSql(kind: Kind, number: string): string {
  return idExpression(KINDS[kind], number)
}

/** The id number `number` of those that a statement makes in place `place`. */
export function madeIdSql(place: number, number: string): string {
  return idExpression(KINDS.made + place, number)
}

function idExpression(kind: number, number: string): string {
  return `('${prefix(kind)}' || lpad(to_hex((${number})::bigint), ${DIGITS}, '0'))::uuid`
}

/** The shape of a UUID v7 of long ago. */
function prefix(kind: number): string {
  return `00000000-0000-7000-80${kind.toString(16).padStart(2, '0')}-`
}
