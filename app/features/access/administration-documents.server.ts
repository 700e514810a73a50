import { PageFacts } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'
import type { ResultOf } from '#app/graphql.ts'

const OrganisationFacts = graphql(`
  fragment OrganisationFacts on AdministeredOrganisation {
    organisationId
    kind
    nameZh
    nameEn
    division {
      code
      nameZh
      nameEn
    }
    agencyKindZh
    superiorId
    version
    isInRegister
    roles
    memberCount
  }
`)

const AccountFacts = graphql(
  `
    fragment AccountFacts on AdministeredAccount {
      userId
      name
      email
      createdAt
      isConfirmed
      isNaturalPerson
      disabledAt
      oneTimePasswordUntil
      hasSecondFactor
      sessionCount
      lastSignInAt
      memberships {
        organisation {
          ...OrganisationFacts
        }
        roles
        version
      }
    }
  `,
  [OrganisationFacts],
)

export type OrganisationRow = ResultOf<typeof OrganisationFacts>
export type AccountRow = ResultOf<typeof AccountFacts>

export const OrganisationsDocument = graphql(
  `
    query AdministeredOrganisations($filter: OrganisationFilter, $first: Int, $last: Int, $after: String, $before: String) {
      administeredOrganisations(filter: $filter, first: $first, last: $last, after: $after, before: $before) {
        totalCount
        edges {
          node {
            ...OrganisationFacts
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [OrganisationFacts, PageFacts],
)

export const OrganisationDocument = graphql(
  `
    query AdministeredOrganisation($organisationId: String!, $first: Int, $last: Int, $after: String, $before: String) {
      administeredOrganisation(organisationId: $organisationId) {
        ...OrganisationFacts
      }
      administeredAccounts(filter: { organisationId: $organisationId }, first: $first, last: $last, after: $after, before: $before) {
        edges {
          node {
            ...AccountFacts
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
      agencyKinds
      publicBodies {
        organisationId
        nameZh
        nameEn
      }
      divisions {
        code
        nameZh
        nameEn
      }
    }
  `,
  [OrganisationFacts, AccountFacts, PageFacts],
)

export const BodyChoicesDocument = graphql(`
  query BodyChoices {
    agencyKinds
    publicBodies {
      organisationId
      nameZh
      nameEn
    }
    divisions {
      code
      nameZh
      nameEn
    }
  }
`)

export const AccountsDocument = graphql(
  `
    query AdministeredAccounts($filter: AccountFilter, $first: Int, $last: Int, $after: String, $before: String) {
      administeredAccounts(filter: $filter, first: $first, last: $last, after: $after, before: $before) {
        totalCount
        edges {
          node {
            ...AccountFacts
          }
        }
        pageInfo {
          ...PageFacts
        }
      }
    }
  `,
  [AccountFacts, PageFacts],
)

export const AccountDocument = graphql(
  `
    query AdministeredAccount($userId: String!, $kinds: [OrganisationKind!]) {
      administeredAccount(userId: $userId) {
        ...AccountFacts
      }
      administeredOrganisations(filter: { kinds: $kinds }, first: 100) {
        edges {
          node {
            ...OrganisationFacts
          }
        }
      }
    }
  `,
  [AccountFacts, OrganisationFacts],
)
