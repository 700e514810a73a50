import { Problem } from '#app/fragments.server.ts'
import { graphql } from '#app/graphql.ts'

const LotteryFields = graphql(`
  fragment LotteryFields on Selection {
    number
    projectName
    draw {
      entryCount
      hasEntered
      mayEnter
      awaited {
        kind
        drawnOn
        opensAt
        deadlineAt
      }
    }
  }
`)

export const AwaitedLotteriesDocument = graphql(
  `
    query AwaitedLotteries {
      awaitedLotteries {
        ...LotteryFields
      }
    }
  `,
  [LotteryFields],
)

export const LotteryDocument = graphql(
  `
    query Lottery($number: String!) {
      clock {
        now
      }
      selection(number: $number) {
        ...LotteryFields
      }
    }
  `,
  [LotteryFields],
)

export const EnterLotteryNumbersDocument = graphql(
  `
    mutation EnterLotteryNumbers($input: EnterLotteryNumbersInput!) {
      result: enterLotteryNumbers(input: $input) {
        ...Problem
      }
    }
  `,
  [Problem],
)
