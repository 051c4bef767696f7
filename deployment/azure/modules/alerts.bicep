// Who is woken, and when: rules over the log, in which every replica says every five minutes how it stands (`STATE`). Names
// and what to do about each: deployment/monitoring/README.md. A rule fires where its query gives more than nothing.
param name string
param location string
param tags object
param email string
param logsId string

var page = 1
var ticket = 3

var lines = 'ContainerAppConsoleLogs | where ContainerAppName == "${name}" | extend line = parse_json(Log) | extend code = tostring(line.code)'
var states = '${lines} | where code == "STATE"'
var snapshots = '${states} | mv-expand snapshot = line.snapshots | extend extracts = tostring(snapshot.extracts), age = todouble(snapshot.age), days = datetime_diff("day", now(), todatetime(snapshot.through))'

var rules = [
  {
    name: 'TallyNotReady'
    severity: page
    summary: 'No replica has said for a quarter of an hour that it is ready.'
    query: '${lines} | summarize found = iff(countif(code == "STATE" and tobool(line.ready)) == 0, 1, 0)'
  }
  {
    name: 'TallyExtractsRefused'
    severity: ticket
    summary: 'Newer extracts are refused; the last good data goes on serving.'
    query: '${snapshots} | summarize found = countif(toint(snapshot.refused) > 0)'
  }
  {
    name: 'TallyDataMissing'
    severity: ticket
    summary: 'Of the nightly or the on-the-day extracts none has ever been loaded.'
    query: '${snapshots} | summarize found = countif(isnull(age))'
  }
  {
    name: 'TallyNightlyDataOld'
    severity: ticket
    summary: 'No nightly extract has been loaded for 30 hours.'
    query: '${snapshots} | summarize found = countif(extracts == "nightly" and age > 30 * 3600)'
  }
  {
    name: 'TallyNightlyDaysMissing'
    severity: ticket
    summary: 'Files are loaded, but one of the nightly extracts holds nothing of the last eight days.'
    query: '${snapshots} | summarize found = countif(extracts == "nightly" and days > 8)'
  }
  {
    name: 'TallyDayDataOld'
    severity: ticket
    summary: 'The theatre lists have not been loaded for an hour, or are of a day before.'
    query: '${snapshots} | summarize found = countif(extracts == "on-the-day" and (age > 3600 or days > 0) and hourofday(now()) between (7 .. 17))'
  }
  {
    name: 'TallyQuestionsFail'
    severity: page
    summary: 'More than one question in twenty gets no answer.'
    query: '${lines} | summarize failed = countif(code == "TURN_FAILED"), answered = countif(code in ("ANSWERED", "SEARCHED")) | project found = iff(failed >= 3 and failed > 0.05 * (failed + answered), 1, 0)'
  }
  {
    name: 'TallyConnectorFails'
    severity: page
    summary: 'Five messages or more could not be delivered to Teams within a quarter of an hour.'
    query: '${lines} | summarize found = iff(countif(code in ("DELIVERY_FAILED", "POST_FAILED")) >= 5, 1, 0)'
  }
  {
    name: 'TallyPostUnknown'
    severity: ticket
    summary: 'Of a digest it is not known whether it arrived; whoever set it up is asked.'
    query: '${states} | summarize found = countif(toint(line.posts.ambiguous) > 0)'
  }
  {
    name: 'TallyPostFailed'
    severity: ticket
    summary: 'A digest could not be posted.'
    query: '${lines} | summarize found = countif(code == "POST_FAILED")'
  }
  {
    name: 'TallyPostsLate'
    severity: page
    summary: 'A digest is more than three hours late; two may be spent waiting for its extract.'
    query: '${states} | summarize found = countif(todouble(line.late) > 3 * 3600)'
  }
  {
    name: 'TallySendersRefused'
    severity: ticket
    summary: 'Somebody who is not Teams sends messages to the bot, or its identity is set wrongly.'
    query: '${lines} | summarize found = iff(countif(code == "UNAUTHORISED") > 20, 1, 0)'
  }
]

resource onCall 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-on-call'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: name
    enabled: true
    emailReceivers: [{ name: 'on-call', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: rule.name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.name
    description: rule.summary
    severity: rule.severity
    enabled: true
    scopes: [logsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    // The table is made with the first line that is written.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Total'
          metricMeasureColumn: 'found'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [onCall.id] }
  }
}]
