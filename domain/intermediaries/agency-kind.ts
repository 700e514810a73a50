/** An item that every agency accepts, whichever it is: 各受理部门. */
const anyAgency = '各受理'

/**
 * The kinds of agency that a text of the catalogue names. The catalogue writes 生态环境主管部门会同自然资源主管部门, 县级交通运输主管部门 or
 * 公安机关交通管理部门（生态环境部门监管）: several agencies, their level, who supervises. The level says where an agency sits, not what it is.
 */
export function agencyKindsOf(words: string): readonly string[] {
  const kinds = words
    .split(/会同|[、，；/（）及]/u)
    .map((part) =>
      part
        .trim()
        .replace(/监管$/u, '')
        .replace(/^(?:省级|设区的市级|市级|县级|区)(?:以上)?/u, '')
        .replace(/(?:主管部门|主管机构|部门)$/u, ''),
    )
    .filter((part) => part !== '')
  return [...new Set(kinds)]
}

/**
 * Whether the agency of that kind (in the words of the catalogue, several where it is several) approves what the item says. An item
 * that every accepting agency asks for is of all of them (our own default: nobody knows yet before which one the project comes).
 */
export function isApprovedBy(approvingAgency: string, agencyKind: string): boolean {
  const approving = agencyKindsOf(approvingAgency)
  const own = agencyKindsOf(agencyKind)
  return own.length > 0 && (approving.includes(anyAgency) || own.some((kind) => approving.includes(kind)))
}
