// Example board: the theory of change of the Punjab Education Collective, as far as public texts tell it. Facts carry their
// source; targets are the example's own. It shows a few checks on purpose: T06 (one link without a reason), T07 (budgets have
// no indicator), T08 (a rank without target), T16 (budgets: enough?), T18 (a guess nobody tests), T20 (an input unconfirmed).
import { example, link } from './building.ts';
import type { TemplateCard, TemplateLink } from './format.ts';

const collective = 'sanjhisikhiya.org/punjab-education-collective';
const founding = 'ShikshaLokam, "Collective Action"';
const policy = 'theprint.in/1391899';
const sharedRank = 'hindustantimes.com/101667503816256';
const weakLearning = 'thelogicalindian.com/29930';
const ours = "Target and date are the example's own.";

const indicator = (
  id: string,
  zone: string,
  on: string,
  title: string,
  [unit, baseline, target]: readonly [string, string | number, string | number],
  source: string,
  more: Record<string, string | number | boolean> = {},
): TemplateCard =>
  example(id, zone, 'indicator', title, {
    on,
    unit,
    baseline,
    target,
    targetDate: '2028-03-31',
    source,
    measure: 'unit',
    ascending: true,
    note: ours,
    ...more,
  });

export const pecTheory: TemplateCard[] = [
  example('pec-impact', 'impact', 'impact', 'Every child in Punjab lives with dignity, choice, prosperity', {
    who: 'About 2.7 million children in some 19,000 government schools',
    where: 'Punjab, India',
    horizon: 2030,
    sufficient: false,
    note: `Reach: ${collective}. Vision: ${founding}.`,
  }),
  example('pec-learning', 'long', 'outcome', 'Children gain foundational skills in every public school', {
    who: 'Children in public schools',
    necessary: true,
    sufficient: false,
    actionable: true,
    note: `Mission: ${collective}`,
  }),
  example('pec-lasting', 'long', 'outcome', 'Schools keep improving after partners have left', {
    who: 'Schools, district offices',
    necessary: true,
    sufficient: true,
    actionable: true,
  }),
  indicator(
    'pec-i-score',
    'long',
    'pec-learning',
    'Learning score in the state’s performance grading index',
    ['points of 180', '126/180', '150/180'],
    weakLearning,
    {
      baselineYear: 2020,
      responsible: 'Department of School Education',
    },
  ),
  example('pec-i-rank', 'long', 'indicator', 'Rank in the performance grading index', {
    on: 'pec-learning',
    unit: 'rank',
    measure: 'ordinal',
    ascending: false,
    baseline: 13,
    baselineYear: 2019,
    actual: 1,
    source: `${founding}; rank shared with Kerala, Maharashtra at 928/1000: ${sharedRank}`,
    note: 'Kept beside the learning score because the group doubts it. No target on purpose: a rank depends on others.',
  }),
  example('pec-teaching', 'intermediate', 'outcome', 'Teachers teach at the level each child has reached', {
    who: 'Teachers',
    necessary: true,
    sufficient: true,
    actionable: true,
  }),
  example('pec-data', 'intermediate', 'outcome', 'Officials decide with facts from schools', {
    who: 'Officials of the state department',
    necessary: true,
    sufficient: true,
    actionable: true,
  }),
  example('pec-policy', 'intermediate', 'outcome', 'State policy puts foundational learning first', {
    who: 'State government',
    necessary: true,
    actionable: true,
    note: `"Rejig, not replace": ${policy}`,
  }),
  example('pec-budget', 'intermediate', 'outcome', 'Budgets follow what schools need', {
    who: 'State government',
    necessary: true,
    actionable: true,
    note: `Influence on policy, budget: ${founding}`,
  }),
  indicator(
    'pec-i-teaching',
    'intermediate',
    'pec-teaching',
    'Lessons seen in which children work at their own level',
    ['% of lessons', 'unknown', 60],
    'Classroom visits',
  ),
  indicator(
    'pec-i-data',
    'intermediate',
    'pec-data',
    'Monthly reviews that use school data',
    ['% of districts', 'unknown', 80],
    'Minutes of district reviews',
  ),
  indicator(
    'pec-i-policy',
    'intermediate',
    'pec-policy',
    'Orders in force that name foundational learning',
    ['orders', 'unknown', 3],
    'State gazette',
  ),
  example('pec-families', 'early', 'outcome', 'Families take part in learning at home', {
    who: 'Parents, grandparents',
    necessary: true,
    actionable: true,
    note: `Home is one of five fields of work: ${collective}`,
  }),
  example('pec-heads', 'early', 'outcome', 'Head teachers lead learning in their school', {
    who: 'Head teachers',
    necessary: true,
    actionable: true,
  }),
  example('pec-roles', 'early', 'outcome', 'Roles are clear to all stakeholders', {
    who: 'Department, partner organisations',
    necessary: true,
    sufficient: true,
    actionable: true,
    note: founding,
  }),

  indicator(
    'pec-i-roles',
    'early',
    'pec-roles',
    'Partners who name their own role the same as others do',
    ['% of partners', 'unknown', 90],
    'Yearly survey of partners',
  ),
  indicator(
    'pec-i-heads',
    'early',
    'pec-heads',
    'Head teachers who visit a lesson each week',
    ['% of schools', 'unknown', 50],
    'School diaries',
  ),
  indicator(
    'pec-i-families',
    'early',
    'pec-families',
    'Families who talked with a teacher this term',
    ['% of families', 'unknown', 70],
    'Calls to a sample of families',
  ),
  example('pec-planning', 'activities', 'activity', 'Joint planning by the department with its partners', {
    responsible: 'ShikshaLokam',
    start: '2019-08-01',
    note: `The collective began in August 2019: ${collective}`,
  }),
  example('pec-visits', 'activities', 'activity', 'Exposure visits to schools that work', {
    responsible: 'Sanjhi Sikhiya',
    note: founding,
  }),
  example('pec-courses', 'activities', 'activity', 'Teacher education in each district', {
    responsible: 'Samarthya',
    note: founding,
  }),
  example('pec-research', 'activities', 'activity', 'Action research with teachers', {
    responsible: 'Mantra4Change',
    note: founding,
  }),
  example('pec-buildings', 'activities', 'activity', 'Repair of school buildings', {
    responsible: 'State department',
    note: founding,
  }),
  example('pec-o-visits', 'activities', 'output', 'Head teachers have seen a school that works', {
    quantity: 2300,
    unit: 'head teachers',
    note: ours,
  }),
  example('pec-o-courses', 'activities', 'output', 'Teachers complete the course', {
    quantity: 10000,
    unit: 'teachers',
    note: ours,
  }),
  example('pec-o-findings', 'activities', 'output', 'Findings from classrooms reach the department', {
    quantity: 12,
    unit: 'notes',
    note: ours,
  }),
  example('pec-p-department', 'inputs', 'input', 'Time of the state department', {
    amount: '5 officials',
    provider: 'Department of School Education',
    confirmed: true,
    note: founding,
  }),
  example('pec-p-funds', 'inputs', 'input', 'Grants of four funders', {
    amount: 'not public',
    confirmed: true,
    note: founding,
    provider: 'Ford Foundation, A.T.E. Chandra Foundation, Shibulal family, United Way Delhi',
  }),
  example('pec-p-advice', 'inputs', 'input', 'Advice on how large systems change', {
    amount: 'some weeks',
    provider: 'McKinsey',
    note: founding,
  }),
  example('pec-as-rank', 'assumptions', 'assumption', 'The rank in the index shows that children learn', {
    on: 'pec-learning--pec-policy',
    importance: 3,
    certainty: 1,
    truth: 'failing',
    testOwner: 'Samarthya',
    test: 'Compare the rank with the learning score of the same year',
    note: `In 2019-20 learning was the weak part, 126 of 180: ${weakLearning}`,
  }),
  example('pec-as-officials', 'assumptions', 'assumption', 'Leading officials stay in their posts long enough', {
    on: 'pec-data--pec-policy',
    importance: 3,
    certainty: 1,
    truth: 'untested',
  }),
  example('pec-as-time', 'assumptions', 'assumption', 'Teachers have time to try something new', {
    on: 'pec-o-courses--pec-teaching',
    importance: 2,
    certainty: 2,
    truth: 'untested',
    test: 'Ask forty teachers in two districts',
    testOwner: 'Mantra4Change',
  }),
  example('pec-ev-survey', 'assumptions', 'evidence', 'First place in the national achievement survey of 2021', {
    on: 'pec-learning',
    evidenceType: 'data',
    grade: 2,
    source: founding,
  }),
  example('pec-worse', 'risks', 'risk', 'Schools far from town get fewer visits than the others', {
    who: 'Children in small villages',
    importance: 2,
    owner: 'Sanjhi Sikhiya',
    note: 'Illustrative.',
  }),
];

const because = (from: string, to: string, rationale?: string): TemplateLink =>
  link(from, to, { type: 'causal', polarity: '+', ...(rationale !== undefined && { rationale }) });

export const pecTheoryLinks: TemplateLink[] = [
  because('pec-p-department', 'pec-planning', 'Only the department can call everybody to one table'),
  because('pec-p-funds', 'pec-visits', 'Travel costs money that schools do not have'),
  because('pec-p-funds', 'pec-courses', 'Trainers are paid'),
  because('pec-p-advice', 'pec-research', 'A common way to take a problem apart saves time'),
  because('pec-planning', 'pec-roles', 'Who plans together says who does what'),
  because('pec-visits', 'pec-o-visits', 'Each visit takes a bus of head teachers'),
  because('pec-courses', 'pec-o-courses', 'Courses are in the district, so that teachers can come'),
  because('pec-research', 'pec-o-findings', 'Teachers write down what they tried'),
  because('pec-buildings', 'pec-families', 'Families come to a school that is cared for'),
  because('pec-o-visits', 'pec-heads', 'Seeing a colleague do it says more than a circular'),
  because('pec-o-courses', 'pec-teaching', 'Teachers learn how to see what a child can do already'),
  because('pec-o-findings', 'pec-data', 'Officials get facts they can use in their reviews'),
  because('pec-heads', 'pec-teaching', 'A head who visits lessons makes trying out safe'),
  because('pec-roles', 'pec-data', 'Where roles are clear, somebody answers for the figures'),
  because('pec-families', 'pec-learning', 'Children practise at home what they learn at school'),
  because('pec-data', 'pec-policy', 'Facts from schools make the case'),
  because('pec-data', 'pec-budget', 'Needs that are counted can be paid for'),
  because('pec-policy', 'pec-budget'),
  because('pec-teaching', 'pec-learning', 'Children who are met where they are catch up'),
  because('pec-budget', 'pec-lasting', 'What is in the budget does not end with a grant'),
  because('pec-learning', 'pec-impact', 'Who reads, writes, reckons can choose'),
  because('pec-lasting', 'pec-impact', 'Every year group gets the same chance'),
  link('pec-learning', 'pec-policy', {
    type: 'causal',
    polarity: '+',
    delayed: true,
    feedback: true,
    rationale: 'Good results win support for the policy, some years later',
  }),
];
