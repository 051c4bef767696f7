// The program in Azure Container Apps. Every deployment is a revision of its own: a new one takes over once it is ready,
// and the one before is there to go back to. DATA_DIR is the replica's own disk and ends with it: everything that must last
// is in PostgreSQL, the snapshots too, so that a replica that starts serves the last good data whatever the extracts are like.
param name string
param location string
param tags object
param image string
param registryName string
param identityId string
param identityClientId string
param identityPrincipalId string
param allowedTenants array
param publicHost string
param certificateId string
param instances int
param subnetId string
param storageName string
param vaultUri string
param logsId string

// Source: Azure's built-in roles, "AcrPull".
var pull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var host = empty(publicHost) ? '${name}.${home.properties.defaultDomain}' : publicHost
var secrets = ['database-url', 'shared-secret', 'metrics-token']
var port = 3978

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identityPrincipalId, pull)
  scope: registry
  properties: {
    roleDefinitionId: pull
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource home 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: true
  }
}

resource mounts 'Microsoft.App/managedEnvironments/storages@2024-03-01' = [for share in ['extracts', 'configuration']: {
  parent: home
  name: share
  properties: {
    azureFile: { accountName: storageName, accountKey: account.listKeys().keys[0].value, shareName: share, accessMode: 'ReadOnly' }
  }
}]

resource program 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  dependsOn: [mayPull, mounts]
  properties: {
    managedEnvironmentId: home.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      // Teams has no fixed addresses to call from, and people's own clients fetch the pictures: open, and every caller checked.
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
        customDomains: empty(publicHost) ? [] : [{ name: publicHost, certificateId: certificateId, bindingType: 'SniEnabled' }]
      }
      registries: [{ server: registry.properties.loginServer, identity: identityId }]
      secrets: [for secret in secrets: { name: secret, keyVaultUrl: '${vaultUri}secrets/${secret}', identity: identityId }]
    }
    template: {
      terminationGracePeriodSeconds: 30
      scale: { minReplicas: instances, maxReplicas: instances }
      containers: [
        {
          name: 'tally'
          image: image
          resources: { cpu: json('2.0'), memory: '4Gi' }
          env: [
            { name: 'MicrosoftAppId', value: identityClientId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
            { name: 'ALLOWED_TENANTS', value: join(allowedTenants, ',') }
            { name: 'PUBLIC_URL', value: 'https://${host}' }
            { name: 'PORT', value: string(port) }
            { name: 'HOST', value: '0.0.0.0' }
            { name: 'CONFIG_DIR', value: '/configuration' }
            { name: 'EXTRACTS_DIR', value: '/extracts' }
            { name: 'DATA_DIR', value: '/data' }
            { name: 'STATE_URL', secretRef: 'database-url' }
            { name: 'ENGINE_URL', secretRef: 'database-url' }
            { name: 'SHARED_SECRET', secretRef: 'shared-secret' }
            { name: 'METRICS_TOKEN', secretRef: 'metrics-token' }
          ]
          volumeMounts: [
            { volumeName: 'data', mountPath: '/data' }
            { volumeName: 'extracts', mountPath: '/extracts' }
            { volumeName: 'configuration', mountPath: '/configuration' }
          ]
          // A replica takes traffic once it serves data, for which a first load has twenty minutes. From then on it does as long as
          // it lives, whatever it waits for: with the state store away people are told so, instead of by nobody.
          probes: [
            { type: 'Startup', httpGet: { path: '/readyz', port: port }, periodSeconds: 120, timeoutSeconds: 5, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: port }, periodSeconds: 30, timeoutSeconds: 3, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/healthz', port: port }, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
      volumes: [
        { name: 'data', storageType: 'EmptyDir' }
        { name: 'extracts', storageType: 'AzureFile', storageName: 'extracts' }
        { name: 'configuration', storageType: 'AzureFile', storageName: 'configuration' }
      ]
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: home
  properties: {
    workspaceId: logsId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

output host string = host
