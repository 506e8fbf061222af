/**
 * A reviewer by calling, as the letters of 2013 name one; the source of an expression that minds no case. The reviewer of utilization is none: that is the
 * claims administrator's.
 */
export const REVIEWER_BY_CALLING = String.raw`(?:expert|physician|medical|chiropractic|acupuncture|psychology|psychological|psychiatric|dental|podiatric|nursing)\s+reviewer`;
