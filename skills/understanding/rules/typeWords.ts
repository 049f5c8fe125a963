/** Greetings, thanks alone, trying the keyboard, and the words of a menu. */
export const CHATTER =
  /^(?:안녕(?:하세요|하십니까|히\s?계세요)?|반갑습니다|하이|헬로우?|여보세요|저기요|네+|넵|예|응|아니[요오]?|ㅇㅇ|ㅇㅋ|오케이|ok(?:ay)?|yes|no|테스트(?:입니다|중|요)?|시험|test(?:ing)?|hi|hello|hey|good (?:morning|afternoon|evening)|bye|thanks?(?: you)?|감사합니다|감사해요|고맙습니다|고마워요?|수고하세요|처음으로|취소|도움말|상담원|메뉴|누구세요|뭐\s?(?:하세요|해요?)|심심해요?|오늘\s?날씨\s?\S{1,6}|ㅎㅇ)[\s.!?~^ㅎㅋㅠㅜ]*(?:there|선생님|여러분)?[\s.!?~]*$/i
