export { ageWords } from './age-words'
export { cloudNow, learnTime } from './cloud-time'
export { useCloudNow, useNow } from './use-now'
