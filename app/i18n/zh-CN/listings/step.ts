import { procedureStep } from './procedure-step.ts'

/** The steps of a case, of the namespace `listings`. */
export const step = {
  ...procedureStep,
  START_INVESTIGATION: {
    title: '开始调查',
    text: '你将成为本案的调查人，此后不能参与决定。',
    submit: '由我调查',
  },
  SERVE_NOTICE: {
    title: '送达告知书',
    text: '送达后当事人有 10 个工作日陈述申辩（平台默认）。',
    facts: '查明的事实',
    basis: '依据',
    intendedMeasure: '拟作出的决定',
    intendedDefault: '拟认定违规并列入黑名单，依规公示。',
    intendedBroken: '拟列入失信名单，依规公示。',
    rightToDefend: '当事人的权利',
    rightDefault:
      '收到本告知书之日起 10 个工作日内，你有权向本机关陈述、申辩，可以提交证据；逾期不提出的，视为没有意见。你也可以要求听证，或者书面放弃。提交书面申辩、未要求听证的，可以不等期限届满作出决定。',
    investigationNote: '调查记录（不对外）',
    submit: '送达告知书',
  },
  CLOSE_WITHOUT_FINDING: {
    title: '结案：未发现违规',
    text: '临时暂停随之解除，不留信用记录。',
    reasons: '理由',
    submit: '结案',
  },
  FILE_DEFENCE: {
    title: '陈述申辩',
    text: '请写明你的意见。截止 {defenceDueOn} 24:00（北京时间）。',
    statement: '陈述申辩',
    submit: '提交陈述申辩',
  },
  WAIVE_DEFENCE: {
    title: '放弃陈述申辩',
    text: '放弃后可以不等期限届满就作出决定。',
    statement: '书面放弃',
    statementDefault: '本人（单位）已阅知告知书，自愿放弃陈述申辩。',
    submit: '确认放弃',
  },
  ORDER_SUSPENSION: {
    title: '临时暂停',
    text: '单独的、说明理由的措施，本案合计不超过 30 日（平台默认），立即生效。',
    untilOn: '暂停到',
    basis: '依据',
    reasons: '理由',
    submit: '决定暂停',
  },
  LIFT_SUSPENSION: { title: '解除临时暂停', text: '立即生效。', reasons: '理由', submit: '解除' },
  DECIDE: {
    title: '作出决定',
    text: '决定立即在搜索、选取和核查中生效。',
    outcome: '决定',
    outcomes: {
      LISTED: '认定违规，列入名单',
      FOUND_NOT_LISTED: '认定违规，不列入名单（计入信用分）',
      NOT_FOUND: '不认定违规',
    },
    publicUntilOn: '公示到（列入时填写）',
    publicUntilHint: '{earliest} 至 {latest} 之间',
    publicationReason: '公示理由（轻微违规一般不公示，列入时必填）',
    basis: '依据',
    reasons: '理由',
    reasonsHint: '写明认定的事实、对申辩的回应。',
    submit: '作出决定',
  },
}
