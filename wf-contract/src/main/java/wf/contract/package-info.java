/**
 * Requests and replies of the product: plain beans that every face (SOAP, REST, JMS, EJB) carries unchanged.
 *
 * <p>Fields are public because these classes have no behaviour; they are Java 8 level and depend on nothing, so that
 * a client of any age can compile against them. There is no map, interface or {@code Object} among the fields, so that
 * a WSDL tool of any age can read them. Ids are positive 64-bit numbers below 2^53. A {@link java.util.Date} is an
 * instant and travels as ISO 8601 with its zone. Numbers cited as § are clauses of the domain specification.
 */
@XmlSchema(namespace = "urn:wf:contract:v1", elementFormDefault = XmlNsForm.QUALIFIED)
@XmlAccessorType(XmlAccessType.FIELD)
@XmlJavaTypeAdapter(value = Flag.class, type = boolean.class)
package wf.contract;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlNsForm;
import jakarta.xml.bind.annotation.XmlSchema;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
