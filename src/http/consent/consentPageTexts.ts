import { consentPage as en } from '../../../locales/en/consentPage.ts'
import { consentPage as ko } from '../../../locales/ko/consentPage.ts'

/** What the consent page says, in each language. */
export const consentPageTexts = { ko, en } as const
