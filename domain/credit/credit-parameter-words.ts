import type { CreditParameterValues } from './credit-parameter-values.ts'

interface Words {
  readonly textZh: string
  readonly textEn: string
}

type Describe = { readonly [K in keyof CreditParameterValues]: (value: CreditParameterValues[K]) => Words }

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`

const words: Describe = {
  raterWeights: ({ OWNER, AUTHORITY, PLATFORM }) => ({
    textZh: `项目业主、主管部门、平台中心评价权重为${OWNER}:${AUTHORITY}:${PLATFORM}`,
    textEn: `Reviews of owner, competent authority and platform centre weigh ${OWNER}:${AUTHORITY}:${PLATFORM}`,
  }),
  reviewScale: ({ worst, best }) => ({
    textZh: `五个维度各评${worst}至${best}分，平均后按比例换算为0至100`,
    textEn: `Five dimensions from ${worst} to ${best}, their mean scaled to 0–100`,
  }),
  reviewWindowMonths: (months) => ({ textZh: `取最近${months}个月的委托`, textEn: `Engagements of the last ${months} months count` }),
  priorEngagements: (count) => ({ textZh: `平台平均分按${count}次委托计入`, textEn: `The platform mean counts as ${count} engagements` }),
  conductBase: (points) => ({ textZh: `行为分以${points}分起算`, textEn: `The conduct score starts at ${points}` }),
  conductBounds: ({ least, most }) => ({
    textZh: `行为分不低于${least}、不高于${most}`,
    textEn: `The conduct score stays within ${least}–${most}`,
  }),
  honoursCap: (points) => ({ textZh: `荣誉加分合计不超过${points}分`, textEn: `Honours add ${points} points at most` }),
  complaintPoints: (points) => ({
    textZh: `经查实的投诉每件扣${-points}分`,
    textEn: `${-points} points off for each substantiated complaint`,
  }),
  scoreWeights: ({ review, conduct }) => ({
    textZh: `评价分占${percent(review)}，行为分占${percent(conduct)}；无评价的只计行为分`,
    textEn: `Review score ${percent(review)}, conduct score ${percent(conduct)}; without reviews conduct alone`,
  }),
  gradeThresholds: ({ A, B, C }) => ({
    textZh: `信用等级A、B、C的分数线为${A}、${B}、${C}`,
    textEn: `Grades A, B and C from ${A}, ${B} and ${C}`,
  }),
  notRated: ({ engagements, months }) => ({
    textZh: `已评价委托少于${engagements}次且入驻不满${months}个月的，暂不评级`,
    textEn: `Not rated with fewer than ${engagements} reviewed engagements while listed under ${months} months`,
  }),
  honourPoints: ({ DISTRICT, CITY, PROVINCE, NATIONAL }) => ({
    textZh: `荣誉加分：区县级${DISTRICT}分、市级${CITY}分、省级${PROVINCE}分、国家级${NATIONAL}分`,
    textEn: `An honour adds ${DISTRICT} (district), ${CITY} (city), ${PROVINCE} (province) or ${NATIONAL} (national)`,
  }),
  honourMonths: (months) => ({
    textZh: `荣誉自授予之日起${months}个月内有效`,
    textEn: `An honour counts for ${months} months from the day it was awarded`,
  }),
}

/** What one parameter says, in words that can be printed beside a reason. */
export function wordsOfParameter<K extends keyof CreditParameterValues>(name: K, value: CreditParameterValues[K]): Words {
  return words[name](value)
}
