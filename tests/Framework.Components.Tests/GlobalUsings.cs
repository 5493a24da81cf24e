global using Framework.Sdk;
