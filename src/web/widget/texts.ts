import { widget as en } from '../../../locales/en/widget.ts'
import { widget as ko } from '../../../locales/ko/widget.ts'
import type { Messages } from '../../../locales/messages.ts'

export type WidgetLanguage = 'ko' | 'en'

/** Every sentence of the widget in one language. */
export type WidgetTexts = Messages<typeof ko>

export const widgetTexts: Readonly<Record<WidgetLanguage, WidgetTexts>> = { ko, en }
