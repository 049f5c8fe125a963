import { speak } from '../../locales/locales.ts'

/** Speaks to staff, in Korean. */
export const say = speak('ko')
