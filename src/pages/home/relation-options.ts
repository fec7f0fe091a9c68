import { RELATION_NAMES, RELATIONS } from '@/domain/endorsement'

export const RELATION_OPTIONS = RELATIONS.map((relation) => ({
  value: relation,
  label: RELATION_NAMES[relation],
}))
