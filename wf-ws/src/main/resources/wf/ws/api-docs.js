// The document lies beside this page. A URL from the address bar is not heeded: it could name somebody else's document.
SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#ui',
  deepLinking: true,
  queryConfigEnabled: false,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['X-WF-CSRF'] = '1';
    return request;
  },
});
