export { ageWords } from './age-words'
export { useNow } from './use-now'
