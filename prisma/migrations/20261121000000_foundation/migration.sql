-- Trigram indexes carry the search for pinyin initials and inexact names.
CREATE EXTENSION IF NOT EXISTS pg_trgm;


-- CreateEnum
CREATE TYPE "ApprovalCaseState" AS ENUM ('FILED', 'ACCEPTED', 'CORRECTION_REQUESTED', 'NOT_ACCEPTED', 'DECIDED', 'REFUSED', 'WITHDRAWN', 'REVOKED');

-- CreateEnum
CREATE TYPE "AcceptanceMode" AS ENUM ('NORMAL', 'TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING', 'CORRECTION_NOTICE');

-- CreateEnum
CREATE TYPE "MaterialPresence" AS ENUM ('PRESENT', 'MISSING', 'FLAWED');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('ENTERPRISE', 'INTERMEDIARY', 'AGENCY', 'REGULATOR', 'REFORM_OFFICE', 'PLATFORM');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('APPLICANT', 'INTERMEDIARY', 'WINDOW_OFFICER', 'AGENCY_MANAGER', 'INVESTIGATOR', 'DECIDER', 'APPEAL_REVIEWER', 'REFORM_OFFICE', 'AUDITOR', 'ADMINISTRATOR');

-- CreateEnum
CREATE TYPE "CalendarDateKind" AS ENUM ('HOLIDAY', 'MAKEUP_WORKDAY');

-- CreateEnum
CREATE TYPE "FeeBasis" AS ENUM ('GOVERNMENT_SET', 'GOVERNMENT_GUIDED', 'MARKET');

-- CreateEnum
CREATE TYPE "ServiceItemStatus" AS ENUM ('RETAINED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SelfPreparation" AS ENUM ('YES', 'NO', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "ApprovalItemKind" AS ENUM ('IMMEDIATE', 'COMMITTED');

-- CreateEnum
CREATE TYPE "ViolationSeverity" AS ENUM ('MINOR', 'GENERAL', 'SERIOUS');

-- CreateEnum
CREATE TYPE "CommitmentState" AS ENUM ('PENDING', 'FULFILLED', 'MISSED', 'UNTRUE', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "BreachKind" AS ENUM ('MISSED', 'UNTRUE');

-- CreateEnum
CREATE TYPE "ObjectionGround" AS ENUM ('FORCE_MAJEURE', 'AGENCY_FAULT', 'FACT_ERROR');

-- CreateEnum
CREATE TYPE "ObjectionState" AS ENUM ('FILED', 'UPHELD', 'REJECTED');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('ORGANISATION', 'PERSON');

-- CreateEnum
CREATE TYPE "CreditEventKind" AS ENUM ('VIOLATION', 'COMPLAINT', 'LATE_DELIVERY', 'COMMITMENT_MISSED', 'COMMITMENT_UNTRUE', 'HONOUR');

-- CreateEnum
CREATE TYPE "EngagementState" AS ENUM ('ACTIVE', 'DELIVERED', 'COMPLETED', 'TERMINATED');

-- CreateEnum
CREATE TYPE "SelectionMode" AS ENUM ('DIRECT');

-- CreateEnum
CREATE TYPE "ReviewRater" AS ENUM ('OWNER', 'AUTHORITY', 'PLATFORM');

-- CreateEnum
CREATE TYPE "IntermediaryStatus" AS ENUM ('LISTED', 'EXITED');

-- CreateEnum
CREATE TYPE "ViolationCaseKind" AS ENUM ('VIOLATION', 'BROKEN_COMMITMENTS');

-- CreateEnum
CREATE TYPE "ViolationCaseState" AS ENUM ('REPORTED', 'INVESTIGATING', 'NOTICED', 'DEFENCE_FILED', 'DECIDED_LISTED', 'DECIDED_NOT_LISTED', 'CLOSED_NO_FINDING');

-- CreateEnum
CREATE TYPE "ListKind" AS ENUM ('BLACKLIST', 'RED_LIST', 'DISHONESTY');

-- CreateEnum
CREATE TYPE "ListEntryStatus" AS ENUM ('ACTIVE', 'ANNULLED', 'REPAIRED');

-- CreateTable
CREATE TABLE "ApprovalCase" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "approvalItemCode" TEXT NOT NULL,
    "agencyId" UUID NOT NULL,
    "applicantId" UUID NOT NULL,
    "projectName" TEXT NOT NULL,
    "state" "ApprovalCaseState" NOT NULL,
    "mode" "AcceptanceMode",
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "officerId" UUID NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "decisionDueOn" DATE,
    "correctionDueOn" DATE,
    "closedAt" TIMESTAMPTZ(3),
    "closeReason" TEXT,
    "modesOffered" JSONB NOT NULL DEFAULT '[]',
    "checkReceiptId" UUID,
    "ruleSetVersion" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ApprovalCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseMaterial" (
    "caseId" UUID NOT NULL,
    "materialId" UUID NOT NULL,
    "presence" "MaterialPresence" NOT NULL,
    "note" TEXT,

    CONSTRAINT "CaseMaterial_pkey" PRIMARY KEY ("caseId","materialId")
);

-- CreateTable
CREATE TABLE "CheckReceipt" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "subjectId" UUID,
    "queriedCode" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "standingVersion" INTEGER,
    "ruleSetVersion" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "checkedById" UUID,
    "organisationId" UUID,
    "signature" TEXT NOT NULL,

    CONSTRAINT "CheckReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "twoFactorEnabled" BOOLEAN DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "subjectId" UUID,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" UUID NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT,
    "divisionCode" TEXT NOT NULL,
    "subjectId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "roles" "Role"[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "roles" "Role"[],
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientMutation" (
    "actorId" TEXT NOT NULL,
    "clientMutationId" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "resultId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClientMutation_pkey" PRIMARY KEY ("actorId","clientMutationId")
);

-- CreateTable
CREATE TABLE "SandboxClock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "anchorRealAt" TIMESTAMPTZ(3) NOT NULL,
    "anchorAt" TIMESTAMPTZ(3) NOT NULL,
    "rate" DOUBLE PRECISION NOT NULL DEFAULT 1,

    CONSTRAINT "SandboxClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentNumber" (
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "DocumentNumber_pkey" PRIMARY KEY ("kind","year")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "actorRoles" TEXT[],
    "organisationId" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "basis" TEXT,
    "requestId" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxEvent" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "OutboxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "outboxId" BIGINT NOT NULL,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Division" (
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentCode" TEXT,

    CONSTRAINT "Division_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CalendarDate" (
    "date" DATE NOT NULL,
    "kind" "CalendarDateKind" NOT NULL,
    "nameZh" TEXT NOT NULL,
    "sourceNotice" TEXT NOT NULL,

    CONSTRAINT "CalendarDate_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "ServiceItem" (
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "approvalItemZh" TEXT NOT NULL,
    "approvalItemEn" TEXT NOT NULL,
    "approvingAgencyZh" TEXT NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "isLegalBasisVerified" BOOLEAN NOT NULL,
    "basisNote" TEXT NOT NULL,
    "qualificationZh" TEXT NOT NULL,
    "isQualificationRequired" BOOLEAN NOT NULL,
    "feeBasis" "FeeBasis" NOT NULL,
    "feeNote" TEXT NOT NULL,
    "deliverableZh" TEXT NOT NULL,
    "selfPreparation" "SelfPreparation" NOT NULL,
    "status" "ServiceItemStatus" NOT NULL,
    "cancelledBy" TEXT,
    "source" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "isZoneAreaAssessed" BOOLEAN NOT NULL,
    "backgroundFields" TEXT[],

    CONSTRAINT "ServiceItem_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ApprovalItem" (
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "agencyZh" TEXT NOT NULL,
    "kind" "ApprovalItemKind" NOT NULL,
    "promisedWorkingDays" INTEGER NOT NULL,
    "legalBasis" TEXT NOT NULL,
    "daysNote" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "isExcludedFromHandling" BOOLEAN NOT NULL DEFAULT false,
    "exclusionField" TEXT,
    "exclusionReason" TEXT,

    CONSTRAINT "ApprovalItem_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Material" (
    "id" UUID NOT NULL,
    "approvalItemCode" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "isEssential" BOOLEAN NOT NULL,
    "isIdentityMatter" BOOLEAN NOT NULL,
    "serviceItemCode" TEXT,
    "note" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "materialEvidence" TEXT NOT NULL,

    CONSTRAINT "Material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ViolationType" (
    "code" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "severity" "ViolationSeverity" NOT NULL,
    "appliesTo" TEXT NOT NULL,
    "suggestedPoints" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "consequenceNote" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,

    CONSTRAINT "ViolationType_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "ReferenceFile" (
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReferenceFile_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "mode" "AcceptanceMode" NOT NULL,
    "supplementDueOn" DATE NOT NULL,
    "letter" JSONB NOT NULL,
    "signerName" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "state" "CommitmentState" NOT NULL DEFAULT 'PENDING',
    "closedAt" TIMESTAMPTZ(3),
    "ruleSetVersion" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentItem" (
    "commitmentId" UUID NOT NULL,
    "materialSeq" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),
    "receivedById" UUID,
    "rejectedAt" TIMESTAMPTZ(3),
    "secondDueOn" DATE,

    CONSTRAINT "CommitmentItem_pkey" PRIMARY KEY ("commitmentId","materialSeq")
);

-- CreateTable
CREATE TABLE "CommitmentBreach" (
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "kind" "BreachKind" NOT NULL,
    "breachedOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "annulledAt" TIMESTAMPTZ(3),

    CONSTRAINT "CommitmentBreach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BreachObjection" (
    "id" UUID NOT NULL,
    "breachId" UUID NOT NULL,
    "ground" "ObjectionGround" NOT NULL,
    "text" TEXT NOT NULL,
    "filedById" UUID NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "state" "ObjectionState" NOT NULL DEFAULT 'FILED',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reasons" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BreachObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subject" (
    "id" UUID NOT NULL,
    "kind" "SubjectKind" NOT NULL,
    "name" TEXT NOT NULL,
    "uscc" TEXT,
    "identityHash" TEXT,
    "identityCipher" TEXT,
    "identityMasked" TEXT,
    "divisionCode" TEXT,
    "isFictitious" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditEvent" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "kind" "CreditEventKind" NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "clause" TEXT NOT NULL,
    "occurredOn" DATE NOT NULL,
    "countsFromOn" DATE NOT NULL,
    "countsUntilOn" DATE,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "description" TEXT NOT NULL,
    "sourceType" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "annulledAt" TIMESTAMPTZ(3),
    "annulReason" TEXT,

    CONSTRAINT "CreditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditStanding" (
    "subjectId" UUID NOT NULL,
    "grade" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "reviewScore" DOUBLE PRECISION,
    "conductScore" DOUBLE PRECISION,
    "missCount" INTEGER NOT NULL DEFAULT 0,
    "lists" JSONB NOT NULL DEFAULT '[]',
    "bars" JSONB NOT NULL DEFAULT '[]',
    "explanation" JSONB NOT NULL DEFAULT '[]',
    "ruleSetVersion" TEXT NOT NULL,
    "holdsUntilOn" DATE,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CreditStanding_pkey" PRIMARY KEY ("subjectId")
);

-- CreateTable
CREATE TABLE "RatingBaseline" (
    "publishedOn" DATE NOT NULL,
    "meanReview" DOUBLE PRECISION NOT NULL,
    "engagements" INTEGER NOT NULL,

    CONSTRAINT "RatingBaseline_pkey" PRIMARY KEY ("publishedOn")
);

-- CreateTable
CREATE TABLE "Engagement" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "mode" "SelectionMode" NOT NULL DEFAULT 'DIRECT',
    "applicantId" UUID NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "serviceItemCode" TEXT NOT NULL,
    "offeringId" UUID NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "projectName" TEXT NOT NULL,
    "feeFen" INTEGER NOT NULL,
    "promisedWorkingDays" INTEGER NOT NULL,
    "deliverDueOn" DATE NOT NULL,
    "snapshot" JSONB NOT NULL,
    "state" "EngagementState" NOT NULL DEFAULT 'ACTIVE',
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,
    "chosenById" UUID NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),
    "lateWorkingDays" INTEGER,
    "deliveryNote" TEXT,
    "terminatedAt" TIMESTAMPTZ(3),
    "terminationReasons" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Engagement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceReview" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "rater" "ReviewRater" NOT NULL,
    "quality" SMALLINT NOT NULL,
    "timeliness" SMALLINT NOT NULL,
    "attitude" SMALLINT NOT NULL,
    "fees" SMALLINT NOT NULL,
    "conduct" SMALLINT NOT NULL,
    "comment" TEXT NOT NULL,
    "ratedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "annulledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ServiceReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Intermediary" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "legalForm" TEXT NOT NULL,
    "legalRepresentative" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "introduction" TEXT NOT NULL,
    "status" "IntermediaryStatus" NOT NULL DEFAULT 'LISTED',
    "listedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Intermediary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Qualification" (
    "id" UUID NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "grade" TEXT,
    "certificateNo" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "validFromOn" DATE NOT NULL,
    "validUntilOn" DATE,
    "serviceItemCodes" TEXT[],

    CONSTRAINT "Qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Practitioner" (
    "id" UUID NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "certificateNo" TEXT,

    CONSTRAINT "Practitioner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceOffering" (
    "id" UUID NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "serviceItemCode" TEXT NOT NULL,
    "divisionCodes" TEXT[],
    "feeFen" INTEGER NOT NULL,
    "feeNote" TEXT NOT NULL,
    "promisedWorkingDays" INTEGER NOT NULL,
    "isWithdrawn" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceOffering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ViolationCase" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ViolationCaseKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "violationCode" TEXT,
    "severity" "ViolationSeverity" NOT NULL,
    "state" "ViolationCaseState" NOT NULL,
    "occurredOn" DATE NOT NULL,
    "facts" TEXT NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "reporterId" UUID,
    "investigatorId" UUID,
    "investigationStartedAt" TIMESTAMPTZ(3),
    "investigationNote" TEXT,
    "deciderId" UUID,
    "noticeNumber" TEXT,
    "noticeServedAt" TIMESTAMPTZ(3),
    "noticeFacts" TEXT,
    "noticeBasis" TEXT,
    "noticeMeasure" TEXT,
    "noticeRights" TEXT,
    "defenceDueOn" DATE,
    "defenceText" TEXT,
    "defenceFiledAt" TIMESTAMPTZ(3),
    "isDefenceWaived" BOOLEAN NOT NULL DEFAULT false,
    "defenceWaivedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closeReasons" TEXT,
    "decisionNumber" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionReasons" TEXT,
    "decisionBasis" TEXT,
    "isViolationFound" BOOLEAN,
    "publicationReason" TEXT,
    "ruleSetVersion" TEXT NOT NULL,
    "triggerBreachId" UUID,
    "breachIds" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ViolationCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseEvidence" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListEntry" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "list" "ListKind" NOT NULL,
    "subjectId" UUID NOT NULL,
    "caseId" UUID,
    "severity" "ViolationSeverity",
    "reasons" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE,
    "earliestRepairOn" DATE,
    "ruleSetVersion" TEXT NOT NULL,
    "status" "ListEntryStatus" NOT NULL DEFAULT 'ACTIVE',
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ListEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InterimSuspension" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "reasons" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "orderedById" UUID NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftReasons" TEXT,

    CONSTRAINT "InterimSuspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchDocument" (
    "intermediaryId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "grams" TEXT[],
    "initials" TEXT NOT NULL,
    "isListed" BOOLEAN NOT NULL,
    "neutralTicket" INTEGER NOT NULL,
    "grade" TEXT NOT NULL,
    "serviceItemCodes" TEXT[],
    "offerFeesFen" INTEGER[],
    "offerDays" INTEGER[],
    "offerDivisions" TEXT[],
    "offerQualified" datemultirange[] NOT NULL,
    "divisionCodes" TEXT[],
    "minFeeFen" INTEGER,
    "minDays" INTEGER,
    "qualified" datemultirange NOT NULL,
    "barred" datemultirange NOT NULL,
    "blacklisted" datemultirange NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("intermediaryId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalCase_number_key" ON "ApprovalCase"("number");

-- CreateIndex
CREATE INDEX "ApprovalCase_agencyId_state_idx" ON "ApprovalCase"("agencyId", "state");

-- CreateIndex
CREATE INDEX "ApprovalCase_applicantId_idx" ON "ApprovalCase"("applicantId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckReceipt_number_key" ON "CheckReceipt"("number");

-- CreateIndex
CREATE INDEX "CheckReceipt_subjectId_checkedAt_idx" ON "CheckReceipt"("subjectId", "checkedAt");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_subjectId_key" ON "Organisation"("subjectId");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_organisationId_key" ON "Membership"("userId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "ApiKey_organisationId_idx" ON "ApiKey"("organisationId");

-- CreateIndex
CREATE INDEX "AuditEvent_entity_entityId_idx" ON "AuditEvent"("entity", "entityId");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_idx" ON "AuditEvent"("actorId");

-- CreateIndex
CREATE INDEX "AuditEvent_action_idx" ON "AuditEvent"("action");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "OutboxEvent_processedAt_id_idx" ON "OutboxEvent"("processedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_outboxId_key" ON "Notification"("outboxId");

-- CreateIndex
CREATE INDEX "Notification_subjectId_createdAt_idx" ON "Notification"("subjectId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Material_approvalItemCode_seq_key" ON "Material"("approvalItemCode", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Commitment_number_key" ON "Commitment"("number");

-- CreateIndex
CREATE INDEX "Commitment_state_supplementDueOn_idx" ON "Commitment"("state", "supplementDueOn");

-- CreateIndex
CREATE INDEX "Commitment_subjectId_idx" ON "Commitment"("subjectId");

-- CreateIndex
CREATE INDEX "Commitment_caseId_idx" ON "Commitment"("caseId");

-- CreateIndex
CREATE INDEX "CommitmentBreach_commitmentId_idx" ON "CommitmentBreach"("commitmentId");

-- CreateIndex
CREATE INDEX "CommitmentBreach_subjectId_idx" ON "CommitmentBreach"("subjectId");

-- CreateIndex
CREATE INDEX "BreachObjection_breachId_idx" ON "BreachObjection"("breachId");

-- CreateIndex
CREATE INDEX "BreachObjection_state_idx" ON "BreachObjection"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Subject_uscc_key" ON "Subject"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "Subject_identityHash_key" ON "Subject"("identityHash");

-- CreateIndex
CREATE INDEX "CreditEvent_subjectId_countsFromOn_idx" ON "CreditEvent"("subjectId", "countsFromOn");

-- CreateIndex
CREATE UNIQUE INDEX "CreditEvent_sourceType_sourceId_kind_key" ON "CreditEvent"("sourceType", "sourceId", "kind");

-- CreateIndex
CREATE INDEX "CreditStanding_holdsUntilOn_idx" ON "CreditStanding"("holdsUntilOn");

-- CreateIndex
CREATE UNIQUE INDEX "Engagement_number_key" ON "Engagement"("number");

-- CreateIndex
CREATE INDEX "Engagement_applicantId_chosenAt_idx" ON "Engagement"("applicantId", "chosenAt");

-- CreateIndex
CREATE INDEX "Engagement_intermediaryId_chosenAt_idx" ON "Engagement"("intermediaryId", "chosenAt");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceReview_engagementId_rater_key" ON "ServiceReview"("engagementId", "rater");

-- CreateIndex
CREATE UNIQUE INDEX "Intermediary_subjectId_key" ON "Intermediary"("subjectId");

-- CreateIndex
CREATE INDEX "Qualification_intermediaryId_idx" ON "Qualification"("intermediaryId");

-- CreateIndex
CREATE INDEX "Practitioner_subjectId_idx" ON "Practitioner"("subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Practitioner_intermediaryId_subjectId_key" ON "Practitioner"("intermediaryId", "subjectId");

-- CreateIndex
CREATE INDEX "ServiceOffering_serviceItemCode_idx" ON "ServiceOffering"("serviceItemCode");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceOffering_intermediaryId_serviceItemCode_key" ON "ServiceOffering"("intermediaryId", "serviceItemCode");

-- CreateIndex
CREATE UNIQUE INDEX "ViolationCase_number_key" ON "ViolationCase"("number");

-- CreateIndex
CREATE UNIQUE INDEX "ViolationCase_noticeNumber_key" ON "ViolationCase"("noticeNumber");

-- CreateIndex
CREATE UNIQUE INDEX "ViolationCase_decisionNumber_key" ON "ViolationCase"("decisionNumber");

-- CreateIndex
CREATE UNIQUE INDEX "ViolationCase_triggerBreachId_key" ON "ViolationCase"("triggerBreachId");

-- CreateIndex
CREATE INDEX "ViolationCase_subjectId_idx" ON "ViolationCase"("subjectId");

-- CreateIndex
CREATE INDEX "ViolationCase_state_idx" ON "ViolationCase"("state");

-- CreateIndex
CREATE INDEX "CaseEvidence_caseId_idx" ON "CaseEvidence"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "ListEntry_number_key" ON "ListEntry"("number");

-- CreateIndex
CREATE INDEX "ListEntry_list_status_untilOn_idx" ON "ListEntry"("list", "status", "untilOn");

-- CreateIndex
CREATE INDEX "ListEntry_subjectId_idx" ON "ListEntry"("subjectId");

-- CreateIndex
CREATE INDEX "InterimSuspension_subjectId_idx" ON "InterimSuspension"("subjectId");

-- CreateIndex
CREATE INDEX "InterimSuspension_caseId_idx" ON "InterimSuspension"("caseId");

-- CreateIndex
CREATE INDEX "SearchDocument_grams_idx" ON "SearchDocument" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "SearchDocument_serviceItemCodes_idx" ON "SearchDocument" USING GIN ("serviceItemCodes");

-- CreateIndex
CREATE INDEX "SearchDocument_divisionCodes_idx" ON "SearchDocument" USING GIN ("divisionCodes");

-- CreateIndex
CREATE INDEX "SearchDocument_initials_idx" ON "SearchDocument" USING GIN ("initials" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "SearchDocument_uscc_idx" ON "SearchDocument"("uscc" text_pattern_ops);

-- AddForeignKey
ALTER TABLE "ApprovalCase" ADD CONSTRAINT "ApprovalCase_approvalItemCode_fkey" FOREIGN KEY ("approvalItemCode") REFERENCES "ApprovalItem"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalCase" ADD CONSTRAINT "ApprovalCase_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalCase" ADD CONSTRAINT "ApprovalCase_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalCase" ADD CONSTRAINT "ApprovalCase_checkReceiptId_fkey" FOREIGN KEY ("checkReceiptId") REFERENCES "CheckReceipt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMaterial" ADD CONSTRAINT "CaseMaterial_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ApprovalCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMaterial" ADD CONSTRAINT "CaseMaterial_materialId_fkey" FOREIGN KEY ("materialId") REFERENCES "Material"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckReceipt" ADD CONSTRAINT "CheckReceipt_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_divisionCode_fkey" FOREIGN KEY ("divisionCode") REFERENCES "Division"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Division" ADD CONSTRAINT "Division_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_approvalItemCode_fkey" FOREIGN KEY ("approvalItemCode") REFERENCES "ApprovalItem"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Material" ADD CONSTRAINT "Material_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ApprovalCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentItem" ADD CONSTRAINT "CommitmentItem_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentBreach" ADD CONSTRAINT "CommitmentBreach_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentBreach" ADD CONSTRAINT "CommitmentBreach_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreachObjection" ADD CONSTRAINT "BreachObjection_breachId_fkey" FOREIGN KEY ("breachId") REFERENCES "CommitmentBreach"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subject" ADD CONSTRAINT "Subject_divisionCode_fkey" FOREIGN KEY ("divisionCode") REFERENCES "Division"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditEvent" ADD CONSTRAINT "CreditEvent_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditStanding" ADD CONSTRAINT "CreditStanding_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Engagement" ADD CONSTRAINT "Engagement_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES "ServiceOffering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceReview" ADD CONSTRAINT "ServiceReview_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Intermediary" ADD CONSTRAINT "Intermediary_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Qualification" ADD CONSTRAINT "Qualification_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Practitioner" ADD CONSTRAINT "Practitioner_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Practitioner" ADD CONSTRAINT "Practitioner_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceOffering" ADD CONSTRAINT "ServiceOffering_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceOffering" ADD CONSTRAINT "ServiceOffering_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ViolationCase" ADD CONSTRAINT "ViolationCase_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ViolationCase" ADD CONSTRAINT "ViolationCase_violationCode_fkey" FOREIGN KEY ("violationCode") REFERENCES "ViolationType"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvidence" ADD CONSTRAINT "CaseEvidence_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ViolationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListEntry" ADD CONSTRAINT "ListEntry_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListEntry" ADD CONSTRAINT "ListEntry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ViolationCase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterimSuspension" ADD CONSTRAINT "InterimSuspension_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ViolationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InterimSuspension" ADD CONSTRAINT "InterimSuspension_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- A subject is known by exactly one kind of identifier.
ALTER TABLE "Subject" ADD CONSTRAINT "Subject_identifier_check" CHECK (
  ("kind" = 'ORGANISATION' AND "uscc" IS NOT NULL AND "identityHash" IS NULL) OR
  ("kind" = 'PERSON' AND "uscc" IS NULL AND "identityHash" IS NOT NULL AND "identityCipher" IS NOT NULL AND "identityMasked" IS NOT NULL)
);

-- Separation of duties also holds against a faulty program: who reports, who investigates and who decides are three people.
ALTER TABLE "ViolationCase" ADD CONSTRAINT "ViolationCase_separation_check" CHECK (
  ("investigatorId" IS NULL OR "reporterId" IS NULL OR "investigatorId" <> "reporterId") AND
  ("deciderId" IS NULL OR "reporterId" IS NULL OR "deciderId" <> "reporterId") AND
  ("deciderId" IS NULL OR "investigatorId" IS NULL OR "deciderId" <> "investigatorId")
);

ALTER TABLE "ListEntry" ADD CONSTRAINT "ListEntry_period_check" CHECK ("untilOn" IS NULL OR "untilOn" >= "fromOn");
ALTER TABLE "InterimSuspension" ADD CONSTRAINT "InterimSuspension_period_check" CHECK ("untilOn" >= "fromOn" AND "untilOn" - "fromOn" <= 30);
ALTER TABLE "ServiceOffering" ADD CONSTRAINT "ServiceOffering_amounts_check" CHECK ("feeFen" >= 0 AND "promisedWorkingDays" > 0);

ALTER TABLE "ServiceReview" ADD CONSTRAINT "ServiceReview_scale_check" CHECK (
  LEAST("quality", "timeliness", "attitude", "fees", "conduct") >= 1 AND GREATEST("quality", "timeliness", "attitude", "fees", "conduct") <= 5
);
ALTER TABLE "SandboxClock" ADD CONSTRAINT "SandboxClock_single_row_check" CHECK ("id" = 1);

-- Numbers of high-volume records may have gaps: a sequence never makes two windows wait for each other.
CREATE SEQUENCE "record_number";

-- The audit trail is append-only: by trigger against everyone, by privilege against the program's own role.
CREATE FUNCTION "audit_event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'AuditEvent is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "audit_event_is_append_only"();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION "audit_event_is_append_only"();
REVOKE UPDATE, DELETE, TRUNCATE ON "AuditEvent" FROM CURRENT_USER;
