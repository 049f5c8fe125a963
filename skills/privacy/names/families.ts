/** Family names of two syllables, then those of one. */
export const DOUBLE_FAMILY = '남궁|황보|제갈|선우|독고|사공|서문|동방|어금|망절'
const SINGLE_FAMILY =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연표명반왕금육인탁국어은편용맹기봉경사부빈옥복라피예모'

/** Family names that are no other word: what follows them is a given name. */
export const SURE_FAMILY = '남궁|황보|제갈|독고|어금|망절'

/** Family names so rare, and so often other words, that only all evidence together tells them. */
export const RARE_FAMILY = '위제좌팽갈'

/** A family name, as a part of a pattern. */
export const FAMILY = `(?:${DOUBLE_FAMILY}|[${SINGLE_FAMILY}])`

/** Family names that are no other word before a title: "한 간호사" is one nurse, "전 과장" a former head. */
export const PLAIN_FAMILY = '[김박최정강조윤장임오서권황안송홍유문배백허노심곽류엄채민신고손양하성차진변우원추]'
