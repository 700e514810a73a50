import { isApprovedBy } from '#domain/intermediaries/agency-kind.ts'
import type { AgencyTie } from '#domain/intermediaries/avoidance.ts'

/** A public body that may rate: an approving agency with its kind, or a reform office. */
export interface RatingBody {
  readonly organisationId: string
  readonly kind: 'AGENCY' | 'REFORM_OFFICE'
  readonly name: string
  readonly agencyKind: string | null
  readonly divisionCode: string
  /** The credit subject it is itself, where it is one: a public body can be an owner. */
  readonly subjectId: string | null
}

export interface RatedEngagement {
  readonly approvingAgency: string
  /** The project's division and those it lies in, the nearest first. */
  readonly divisionLine: readonly string[]
  readonly ownerSubjectId: string
  /** Agencies to which the intermediary is tied today. */
  readonly agencyTies: readonly AgencyTie[]
}

export interface RatingBodies {
  readonly authorityIds: readonly string[]
  readonly platformIds: readonly string[]
}

/**
 * Who rates beside the owner (rulebook R4). 主管部门: the agencies whose kind approves the item, in the project's division, else the next above
 * (our own default); where there are several of the kind, whichever is first. 中介服务超市: the reform office, nearest likewise. Never a body to which
 * the intermediary is tied, nor the one whose project it is: each voice counts once.
 */
export function ratingBodiesOf(engagement: RatedEngagement, bodies: readonly RatingBody[]): RatingBodies {
  const { approvingAgency, divisionLine, ownerSubjectId, agencyTies } = engagement
  const tied = new Set(agencyTies.map(({ agency }) => agency.name))
  const able = bodies.filter(({ subjectId, name }) => subjectId !== ownerSubjectId && !tied.has(name))
  const nearest = (of: readonly RatingBody[]): readonly string[] => {
    const level = divisionLine.find((code) => of.some(({ divisionCode }) => divisionCode === code))
    return of.filter(({ divisionCode }) => divisionCode === level).map(({ organisationId }) => organisationId)
  }
  return {
    authorityIds: nearest(able.filter(({ kind, agencyKind }) => kind === 'AGENCY' && isApprovedBy(approvingAgency, agencyKind ?? ''))),
    platformIds: nearest(able.filter(({ kind }) => kind === 'REFORM_OFFICE')),
  }
}
