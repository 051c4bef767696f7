// The Azure Bot: who Tally is to Teams. Its identity is a managed one, so that there is no password to keep or to lose.
param name string
param tags object
param sku string
param identityId string
param identityClientId string
param host string
param logsId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  tags: tags
  sku: { name: sku }
  properties: {
    displayName: 'Tally'
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identityId
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: bot
  properties: {
    workspaceId: logsId
    logs: [{ category: 'BotRequest', enabled: true }]
  }
}
