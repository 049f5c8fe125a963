/**
 * The documented limits of SkillResponse 2.0 ("응답 타입별 JSON 포맷").
 * Characters are counted as UTF-16 units: Kakao does not publish how it counts, and no other way of counting gives more.
 */
export const limits = {
  outputs: 3,
  quickReplies: 10,
  /** Button and quick-reply labels. Kakao states none for quick replies; longer ones are cut by the phone. */
  labelChars: 14,
  /** Two buttons side by side leave room for this much. */
  sideBySideLabelChars: 8,
  verticalButtons: 3,
  horizontalButtons: 2,
  altTextChars: 50,
  simpleText: { textChars: 1000 },
  textCard: { titleChars: 50, totalChars: 400, carouselDescriptionChars: 128 },
  basicCard: { titleChars: 50, descriptionChars: 230 },
  commerceCard: { titleChars: 30, descriptionChars: 40 },
  listCard: { items: 5, carouselItems: 4 },
  itemCard: {
    items: 10,
    carouselItems: 5,
    itemTitleChars: 6,
    itemDescriptionLines: 2,
    profileTitleChars: 15,
    imageTitleLines: 2,
    summaryTitleChars: 6,
    summaryDescriptionChars: 14,
    totalChars: 200,
    carouselTotalChars: 100,
    totalLines: 12,
  },
  carousel: { items: 10, listCardItems: 5, headerTitleLines: 2, headerDescriptionLines: 3 },
  /** A bubble above 30,720 bytes is not sent; how Kakao computes the bytes is not published, so a margin is kept. */
  bubbleBytes: 30_000,
  /** The answer to a skill call, whole round trip ("AI 챗봇 콜백 개발 가이드"). */
  skillTimeoutMs: 5_000,
  /** How long a callback URL may be used, once. */
  callbackLifetimeMs: 60_000,
  /** Recipients of one Event API call. */
  eventUsers: 100,
  /** Photos of one secure-image parameter. */
  secureImages: 10,
} as const
