/**
 * The product as its clients see it: the same operations, by the same names, over REST, SOAP and JMS. What a test says
 * once is asked at every door.
 */
package wf.micro.face;
